// How much room the browser leaves, and whether it promised not to clear it away.

/** { left, persisted }: bytes, null where the browser does not say. */
export async function roomHere() {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  const persisted = (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
  return { left: quota === undefined ? null : Math.max(0, quota - usage), persisted };
}

/** Whether the browser promises it now. */
export const askToStay = async () => (await navigator.storage?.persist?.().catch(() => false)) ?? false;
