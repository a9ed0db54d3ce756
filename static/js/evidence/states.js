// What may become of a photo on its way. Pure.

const FINAL = new Set(["sent", "refused", "dropped"]);

/** Whether nothing more becomes of it by itself. */
export const isFinalState = (state) => FINAL.has(state);
