// Two changes of one record from this phone, both written on the same version. Pure.

/** The change `later`, written on the same version as `sent`, once that has made `version`: where nobody else wrote in between it
 * knows of all that stands there. Null where it stays as it was. */
export function rebased(later, sent, version) {
  const base = sent.body?.base;
  if (base === undefined || version !== base + 1 || later.body?.base !== base) return null;
  return { ...later.body, base: version };
}
