import type { Action } from "adaptivecards";
import { ExecuteAction, SubmitAction } from "adaptivecards";
import type { Values } from "../state/deed.ts";

/** What goes to the server with a tap: the action's own data and what stands in the inputs, as Adaptive Cards joins them. */
export interface Tap {
  readonly action: string;
  readonly values: Values;
}

/** Undefined for an action that is not Luotsi's own. */
export function readTap(action: Action): Tap | undefined {
  if (!(action instanceof ExecuteAction || action instanceof SubmitAction)) return undefined;
  const values: { [key: string]: Values[string] } = {};
  for (const [key, value] of Object.entries(action.data ?? {})) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") values[key] = value;
  }
  return typeof values.action === "string" ? { action: values.action, values } : undefined;
}
