// Between two pieces of a long work: what was tapped meanwhile is answered first, also on a slow phone.

export const breathe = () => new Promise((resolve) => setTimeout(resolve));
