import { z } from "zod";
import { listOfSchema } from "./plan-actions.ts";

const action = z.string();
const team = z.string();

/** What the coach has to tell of actions. */
export const planTells = [
  z.strictObject({
    kind: z.literal("plan-card"),
    action,
    /** Just written down: says so, and offers to mend what was understood. */
    noted: z.literal(true).optional(),
    /** What could not be read for sure, and what it may have meant. */
    doubt: z
      .strictObject({ question: z.string(), people: z.array(z.string()), days: z.array(z.iso.date()) })
      .optional(),
  }),
  z.strictObject({ kind: z.literal("plan-history"), action }),
  z.strictObject({ kind: z.literal("plan-list"), of: listOfSchema, page: z.int() }),
  z.strictObject({ kind: z.literal("plan-year"), team, year: z.int() }),
  /** Several actions of one round that are proposed to its reader: one message, and an answer to each. */
  z.strictObject({ kind: z.literal("plan-proposed"), from: z.string() }),
  /** More is under way than a team has strength for: which wait? */
  z.strictObject({ kind: z.literal("plan-many-live"), team, page: z.int().optional() }),
  /** Whose actions: of someone in several teams. */
  z.strictObject({
    kind: z.literal("plan-teams"),
    ask: z.enum(["list", "year"]),
    teams: z.array(team),
    year: z.int().optional(),
  }),
  z.strictObject({
    kind: z.literal("plan-note-team"),
    what: z.string(),
    text: z.string(),
    teams: z.array(team),
    once: z.string().optional(),
  }),
  /** What was written stands in the plan already, as that action. */
  z.strictObject({ kind: z.literal("plan-note-twice"), action, text: z.string(), team, once: z.string() }),
  /** Somebody has taken it before its reader did, who may join in. */
  z.strictObject({ kind: z.literal("plan-taken"), action }),
  /** One of these was meant by what somebody wrote. */
  z.strictObject({ kind: z.literal("plan-which"), actions: z.array(action) }),
  /** How an action is written down, and the way to its form. */
  z.strictObject({ kind: z.literal("plan-how") }),
] as const;
const planTellsSchema = z.discriminatedUnion("kind", planTells);
export type PlanTell = z.infer<typeof planTellsSchema>;
export type PlanTellOf<K extends PlanTell["kind"]> = Extract<PlanTell, { kind: K }>;

/** Whether a tell is about the plan. */
export function isPlanTell<T extends { readonly kind: string }>(tell: T): tell is Extract<T, PlanTell> {
  return tell.kind.startsWith("plan-");
}
