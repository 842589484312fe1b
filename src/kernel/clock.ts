/** The only way the engines learn the time: handed in, so that tests choose it. */
export interface Clock {
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
}
