// A fold that only a phone needs: on a wide screen it stands open beside the page.

export default function openWide(fold) {
  const wide = matchMedia("(min-width: 1000px)");
  const look = () => (fold.open = wide.matches);
  wide.addEventListener("change", look);
  look();
}
