export function isStale(): boolean;
/** Builds when stale. Returns the milliseconds it took, 0 when there was nothing to do. */
export function build(): Promise<number>;
