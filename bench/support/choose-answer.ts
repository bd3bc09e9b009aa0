/** What a person answered. */
export interface Given {
  readonly step: string;
  readonly level: number;
  readonly how: "typed" | "tapped";
}

/** The step that a message asks, and the button of each level. */
export interface Asked<Button> {
  readonly step: string;
  readonly levels: ReadonlyMap<number, Button>;
}

/** With what somebody answers next: the levels by turns, every other one typed. Throws when it cannot be answered so. */
export function chooseAnswer<Button>(
  { number, given }: { readonly number: number; readonly given: readonly Given[] },
  { step, levels }: Asked<Button>,
): Given & { readonly button: Button } {
  const level = 1 + ((number + given.length) % levels.size);
  const how = (number + given.length) % 2 === 0 ? "typed" : "tapped";
  const button = levels.get(level);
  if (!button) throw new Error(`${step} cannot be answered with ${level}`);
  return { step, level, how, button };
}
