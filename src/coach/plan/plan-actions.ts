import { z } from "zod";

const id = z.string().max(400);
const team = z.string().max(100);
const message = z.string().max(200);
/** The event that brought the form or the question: answered twice, it makes one action. */
const once = z.string().max(200);

/** Where a button of an action stands: what is drawn anew when it was tapped. */
export const standsInSchema = z.enum(["card", "many-live", "home", "week", "digest", "proposed"]);
export type StandsIn = z.infer<typeof standsInSchema>;

/** What is done to an action by one tap. */
export const deedSchema = z.enum([
  "take",
  /** Beside those who have taken it. */
  "join",
  "not-mine",
  "done",
  "going",
  "unblock",
  "reopen",
  "wait",
  "snooze",
  "stop",
  "remind",
  "keep",
]);
/** What is done to an action through a form. */
export const formSchema = z.enum(["edit", "move", "hand", "block", "drop", "deed"]);

/** Which actions a list holds. Its team's; without one, those of all the teams of who looks at it, as one's own always are. */
export const listOfSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("mine") }),
  z.strictObject({ kind: z.literal("team"), team }),
  /** Nobody has taken them: the team's topic. */
  z.strictObject({ kind: z.literal("untaken"), team }),
  z.strictObject({ kind: z.literal("person"), team: team.optional(), person: z.string().max(100) }),
  z.strictObject({ kind: z.literal("quarter"), team: team.optional(), quarter: z.string().max(10) }),
  z.strictObject({ kind: z.literal("dimension"), team: team.optional(), dimension: z.string().max(100) }),
]);
export type ListOf = z.infer<typeof listOfSchema>;

/** Buttons and submits about actions of the plan. Who may is decided when they come back. */
export const planActions = [
  z.strictObject({ kind: z.literal("plan-tap"), deed: deedSchema, action: id, in: standsInSchema.optional() }),
  z.strictObject({ kind: z.literal("plan-form"), form: formSchema, action: id, in: standsInSchema.optional() }),
  /** The submit of that form; `message` is where its button stood. */
  z.strictObject({
    kind: z.literal("plan-save"),
    form: formSchema,
    action: id,
    in: standsInSchema.optional(),
    message: message.optional(),
  }),
  /** One of the ways in which a written action can be read: that person, that day. */
  z.strictObject({ kind: z.literal("plan-owner"), action: id, person: z.string().max(100) }),
  z.strictObject({ kind: z.literal("plan-due"), action: id, on: z.iso.date() }),
  z.strictObject({ kind: z.literal("plan-open"), action: id }),
  /** Where it came from, and who has done what to it. */
  z.strictObject({ kind: z.literal("plan-history"), action: id }),
  /** Opens the form of a new action. */
  z.strictObject({ kind: z.literal("plan-new"), team: team.optional() }),
  /** The submit of that form; `message` is the one that was made an action. */
  z.strictObject({
    kind: z.literal("plan-add"),
    team: team.optional(),
    message: message.optional(),
    once: once.optional(),
  }),
  /** The team of what was written: "toimenpide: …" by someone of several teams; `again`: another one than what the plan has in the same words. */
  z.strictObject({
    kind: z.literal("plan-note"),
    team,
    text: z.string().max(500),
    once: once.optional(),
    again: z.literal(true).optional(),
  }),
  /** A list turns in its own message; `anew` from a message that is about something else. */
  z.strictObject({
    kind: z.literal("plan-list"),
    of: listOfSchema,
    page: z.int().min(0).max(10_000),
    anew: z.literal(true).optional(),
  }),
  /** Another page of what a team has under way. */
  z.strictObject({ kind: z.literal("plan-many-live"), team, page: z.int().min(0).max(10_000) }),
  z.strictObject({ kind: z.literal("plan-year"), team, year: z.int().min(2000).max(2200) }),
] as const;
const planActionsSchema = z.discriminatedUnion("kind", planActions);
export type PlanButton = z.infer<typeof planActionsSchema>;
export type PlanButtonOf<K extends PlanButton["kind"]> = Extract<PlanButton, { kind: K }>;

/** Whether a button is about the plan. */
export function isPlanButton<A extends { readonly kind: string }>(action: A): action is Extract<A, PlanButton> {
  return action.kind.startsWith("plan-");
}
