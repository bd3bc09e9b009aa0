/** What flows may name under `effects`: functions that turn answers into records. The first ones come with the plan's actions. */
export const effects: ReadonlySet<string> = new Set();
