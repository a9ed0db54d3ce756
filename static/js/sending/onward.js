/** To where a form leads. What made something is not come back to: Back and a second press would make another. */
export function goOnward(form, address) {
  if (form.dataset.url?.includes("{new}")) location.replace(address);
  else location.assign(address);
}
