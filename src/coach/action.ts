import { z } from "zod";
import { answerValueSchema } from "../flow/answer-value.ts";
import { customerActions } from "./customers/customer-actions.ts";
import { digestActions } from "./digest/digest-actions.ts";
import { homeActions } from "./home/home-actions.ts";
import { joiningActions } from "./joining/joining-actions.ts";
import { ownActions } from "./own/own-actions.ts";
import { planActions } from "./plan/plan-actions.ts";
import { adminActions } from "./settings/admin/admin-actions.ts";
import { closedWeeksActions } from "./settings/closed-weeks/closed-weeks-actions.ts";
import { settingsActions } from "./settings/settings-actions.ts";
import { teamActions } from "./settings/team/team-actions.ts";
import { weekActions } from "./week/week-actions.ts";

const round = z.string().max(200);
const step = z.string().max(100);
const team = z.string().max(100);
const flow = z.string().max(100);
/** How the team answers, where the flow leaves it open. */
const mode = z.enum(["each", "together"]);

/**
 * What a button or a form's submit means, as it travels through a platform and back. Platforms are not trusted: it is parsed again, ids are looked
 * up within the person's company, and who may do what is decided when it comes back, not when the button was drawn.
 */
export const actionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("help") }),
  z.strictObject({ kind: z.literal("topics") }),
  z.strictObject({ kind: z.literal("where-we-are"), team }),
  /** Offers to start a flow; without a team the person's own is found or asked. `with`: not for oneself. */
  z.strictObject({ kind: z.literal("start"), flow, team: team.optional(), with: z.literal("team").optional() }),
  /** Opens the form in which the facilitator confirms who is invited and when it closes. */
  z.strictObject({ kind: z.literal("prepare"), flow, team, mode: mode.optional() }),
  /** The submit of that form. */
  z.strictObject({ kind: z.literal("open-round"), flow, team, mode: mode.optional() }),
  z.strictObject({ kind: z.literal("who-sees"), round }),

  // One's own answers, in the private chat
  z.strictObject({ kind: z.literal("take-part"), round }),
  z.strictObject({ kind: z.literal("answer"), round, step, value: answerValueSchema }),
  /** The submit of the form that stands in a question: its values are read as typed text would be. */
  z.strictObject({ kind: z.literal("answer-form"), round, step }),
  /** Opens the form of one table row; without a row, a new one; with `all`, the dialog of the whole table. */
  z.strictObject({
    kind: z.literal("row"),
    round,
    step,
    row: z.string().max(100).optional(),
    all: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal("save-row"), round, step, row: z.string().max(100).optional() }),
  z.strictObject({ kind: z.literal("remove-row"), round, step, row: z.string().max(100) }),
  /** `close`: only the dialog is closed; the rows stand, and the table is not done. */
  z.strictObject({ kind: z.literal("rows-done"), round, step, close: z.literal(true).optional() }),
  /** Takes one of the ways in which a doubtful text can be read. */
  z.strictObject({ kind: z.literal("meant"), round, pending: z.string(), nth: z.int() }),
  z.strictObject({ kind: z.literal("not-meant"), round, pending: z.string() }),
  z.strictObject({ kind: z.literal("explain"), round, step, what: z.enum(["why", "tip", "example"]) }),
  z.strictObject({ kind: z.literal("back"), round, step }),
  /** Leaves the answer to a question that is asked again as it is. */
  z.strictObject({ kind: z.literal("keep"), round, step }),
  z.strictObject({ kind: z.literal("pause"), round }),
  z.strictObject({ kind: z.literal("resume"), round }),
  /** Asks a step anew, to change its answer. */
  z.strictObject({ kind: z.literal("change"), round, step }),
  z.strictObject({ kind: z.literal("my-answers"), round }),
  /** Takes over one's own answers to the same flow from another team's round. */
  z.strictObject({ kind: z.literal("reuse"), round, from: z.string().max(300) }),
  z.strictObject({ kind: z.literal("answer-anew"), round }),

  // The facilitator
  z.strictObject({ kind: z.literal("facilitate"), round }),
  z.strictObject({ kind: z.literal("take-over"), round }),
  z.strictObject({ kind: z.literal("tallies"), round }),
  z.strictObject({ kind: z.literal("save-tallies"), round }),
  z.strictObject({ kind: z.literal("close"), round }),
  z.strictObject({ kind: z.literal("really-close"), round }),
  z.strictObject({ kind: z.literal("cancel"), round }),
  z.strictObject({ kind: z.literal("really-cancel"), round }),
  z.strictObject({ kind: z.literal("accept"), round }),
  z.strictObject({ kind: z.literal("talked"), round, step }),
  z.strictObject({ kind: z.literal("fix"), round, step, level: z.int() }),
  z.strictObject({ kind: z.literal("reopen"), round, step }),
  z.strictObject({ kind: z.literal("lift"), round }),
  z.strictObject({ kind: z.literal("save-lift"), round }),

  // Anyone of the team, in the channel
  z.strictObject({ kind: z.literal("object"), round }),
  z.strictObject({ kind: z.literal("save-objection"), round }),
  z.strictObject({ kind: z.literal("support"), round, step }),

  // A round that is answered together, in its thread
  z.strictObject({ kind: z.literal("propose"), round, step, value: answerValueSchema }),
  z.strictObject({ kind: z.literal("join"), round, step }),
  z.strictObject({ kind: z.literal("take"), round, step }),
  z.strictObject({ kind: z.literal("take-value"), round, step, value: answerValueSchema }),
  z.strictObject({ kind: z.literal("settle"), round, step }),
  z.strictObject({ kind: z.literal("untake"), round, step }),
  z.strictObject({ kind: z.literal("go-on"), round }),

  ...joiningActions,
  ...digestActions,
  ...homeActions,
  ...settingsActions,
  ...closedWeeksActions,
  ...teamActions,
  ...adminActions,
  ...ownActions,
  ...planActions,
  ...weekActions,
  ...customerActions,
]);
export type Action = z.infer<typeof actionSchema>;

/** The opaque string of an action. */
export function actionText(action: Action): string {
  return JSON.stringify(action);
}

/** The action of an opaque string, or undefined when it was tampered with or comes from a Luotsi that knew other actions. */
export function readAction(text: string): Action | undefined {
  if (text.length > 4000) return undefined;
  try {
    return actionSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
