/** Keeps the moment as of which the copies of a browser are; no page has this address. A bundle that has it is whole. */
export const AS_OF = "/offline-as-of";
