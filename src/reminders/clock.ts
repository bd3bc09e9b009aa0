/** Calls the tick again and again until it is stopped; never two at once in a process. */
export interface Clock {
  /** Resolves when the tick under way, if any, has ended; none begins after the call. */
  stop(): Promise<void>;
}
