import type { AdaptiveCard } from "adaptivecards";

/** What people have changed in the card's inputs: input id → value. */
export function typedIn(card: AdaptiveCard): ReadonlyMap<string, string> {
  const typed = new Map<string, string>();
  for (const input of card.getAllInputs()) {
    if (input.id !== undefined && input.isDirty()) typed.set(input.id, String(input.value ?? ""));
  }
  return typed;
}

/** The same card with those values standing in its inputs. */
export function keepTyped(json: object, typed: ReadonlyMap<string, string>): object {
  return typed.size === 0 ? json : JSON.parse(JSON.stringify(json), (_key, value: unknown) => withValue(value, typed));
}

function withValue(value: unknown, typed: ReadonlyMap<string, string>): unknown {
  if (typeof value !== "object" || value === null || !("type" in value) || !("id" in value)) return value;
  if (typeof value.type !== "string" || !value.type.startsWith("Input.") || typeof value.id !== "string") return value;
  const kept = typed.get(value.id);
  return kept === undefined ? value : { ...value, value: kept };
}
