import { z } from "zod";
import { answerValueSchema } from "../flow/answer-value.ts";
import { customerTells } from "./customers/customer-tells.ts";
import { digestTells } from "./digest/digest-actions.ts";
import { homeTells } from "./home/home-actions.ts";
import { ownTells } from "./own/own-actions.ts";
import { planTells } from "./plan/plan-tells.ts";
import { adminTells } from "./settings/admin/admin-actions.ts";
import { closedWeeksTells } from "./settings/closed-weeks/closed-weeks-actions.ts";
import { settingsTells } from "./settings/settings-actions.ts";
import { teamTells } from "./settings/team/team-actions.ts";
import { weekTells } from "./week/week-actions.ts";

const round = z.string();
const step = z.string();

/** What the coach has to tell, before it has words. It waits in an outbox; the words are made from the state at the moment of sending. */
export const tellSchema = z.discriminatedUnion("kind", [
  // Anywhere
  /** A sentence that was right when it was made: a refusal, a notice. */
  z.strictObject({ kind: z.literal("sentence"), text: z.string() }),
  z.strictObject({ kind: z.literal("help") }),
  z.strictObject({ kind: z.literal("topics") }),
  z.strictObject({ kind: z.literal("hello") }),
  /** `by` asked Luotsi to come. */
  z.strictObject({ kind: z.literal("hello-channel"), by: z.string().optional() }),
  /** A command that was not understood; `guess` is the nearest command's own words. */
  z.strictObject({ kind: z.literal("not-understood"), guess: z.string().optional() }),
  z.strictObject({ kind: z.literal("term"), term: z.string(), back: z.strictObject({ round, step }).optional() }),
  z.strictObject({ kind: z.literal("term-unknown"), guesses: z.array(z.string()) }),
  /** "Missä mennään": what the team lifts, who does what first, what is open. A newcomer to the team is told why it comes unasked. */
  z.strictObject({ kind: z.literal("where-we-are"), team: z.string(), newcomer: z.literal(true).optional() }),
  /** The offer to start a flow in a team. */
  z.strictObject({
    kind: z.literal("start-offer"),
    flow: z.string(),
    team: z.string(),
    /** The flows that are good to do first, as far as they are not done. */
    first: z.array(z.string()).optional(),
  }),
  /** `own`: for an own record. */
  z.strictObject({
    kind: z.literal("choose-team"),
    flow: z.string(),
    teams: z.array(z.string()),
    own: z.literal(true).optional(),
  }),
  /** The offer once it was used: the round it opened. */
  z.strictObject({ kind: z.literal("started"), round }),
  /** One is open already. */
  z.strictObject({ kind: z.literal("already-open"), round }),
  z.strictObject({
    kind: z.literal("needs-first"),
    flow: z.string(),
    needs: z.string(),
    team: z.string(),
    /** The round of what is needed that is under way. */
    open: z.strictObject({ round, how: z.enum(["answering", "talking", "together"]) }).optional(),
  }),
  z.strictObject({ kind: z.literal("who-sees"), round }),
  /** An admin may join two records of one person. */
  z.strictObject({ kind: z.literal("join-people") }),
  /** A channel message that looks like an answer was not recorded. */
  z.strictObject({ kind: z.literal("not-recorded"), round }),

  ...digestTells,
  ...homeTells,
  ...ownTells,
  ...planTells,
  ...settingsTells,
  ...closedWeeksTells,
  ...teamTells,
  ...adminTells,
  ...weekTells,
  ...customerTells,

  // The private chat of someone who answers
  z.strictObject({
    kind: z.literal("ask"),
    round,
    step,
    several: z.boolean(),
    afterAWhile: z.boolean().optional(),
    /** The step whose typed answer was just recorded: said above the question, where the person looks. */
    recorded: step.optional(),
    changed: z.boolean().optional(),
  }),
  /** An earlier message of a question that was asked anew further down. */
  z.strictObject({ kind: z.literal("ask-moved"), round, step }),
  /** The question once it is answered: what was recorded, and a way to change it. */
  z.strictObject({ kind: z.literal("answered"), round, step }),
  z.strictObject({ kind: z.literal("explain"), round, step, what: z.enum(["why", "tip", "example"]) }),
  /** A text that can be read in several ways, or came before its question: the response's pending. */
  z.strictObject({
    kind: z.literal("confirm"),
    round,
    pending: z.string(),
    question: z.string(),
    labels: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal("finished"), round }),
  z.strictObject({ kind: z.literal("my-answers"), round }),
  z.strictObject({ kind: z.literal("paused"), round }),
  /** Other rounds that wait for this person. */
  z.strictObject({ kind: z.literal("reuse-offer"), round, from: z.string() }),
  z.strictObject({ kind: z.literal("reminder"), round }),
  z.strictObject({ kind: z.literal("round-over"), round }),

  // The channel and the facilitator
  z.strictObject({ kind: z.literal("round-card"), round }),
  z.strictObject({ kind: z.literal("closed"), round }),
  z.strictObject({ kind: z.literal("facilitator-card"), round }),
  /** An earlier facilitator's card, once it stands anew further down or with someone else. */
  z.strictObject({ kind: z.literal("card-moved"), round }),
  /** Closing now would show next to nothing, and a closed round stays closed. */
  z.strictObject({ kind: z.literal("confirm-close"), round }),
  z.strictObject({ kind: z.literal("confirm-cancel"), round }),
  /** What is agreed so far, with the right to object. */
  z.strictObject({ kind: z.literal("agreed"), round }),
  /** What would you lift: the team's taps. */
  z.strictObject({ kind: z.literal("support"), round }),
  z.strictObject({ kind: z.literal("summary"), round }),
  z.strictObject({ kind: z.literal("summary-levels"), round }),
  z.strictObject({ kind: z.literal("summary-heatmap"), round }),
  z.strictObject({ kind: z.literal("summary-change"), round }),

  // The thread of a round that is answered together
  z.strictObject({ kind: z.literal("step-card"), round, step }),
  /** A typed proposal that can be read in several ways. */
  z.strictObject({
    kind: z.literal("propose-which"),
    round,
    step,
    question: z.string(),
    candidates: z.array(z.strictObject({ value: answerValueSchema, label: z.string() })),
  }),
  /** A line that is no row, though it may have been meant for one: how rows are written. */
  z.strictObject({ kind: z.literal("not-row"), round, step, columns: z.string() }),
  z.strictObject({ kind: z.literal("sitting-ends"), round }),
  z.strictObject({ kind: z.literal("result"), round }),
]);
export type Tell = z.infer<typeof tellSchema>;
export type TellOf<K extends Tell["kind"]> = Extract<Tell, { kind: K }>;
