import type { ModalView } from "@slack/types";
import { z } from "zod";
import { PostFailed } from "../../../channel.ts";
import { drawWaitingModal } from "../../draw/draw-modal.ts";
import { SlackRefused } from "../../send/slack-api.ts";
import type { Doer, Taking } from "../take/taking.ts";

const openedSchema = z.object({ view: z.object({ id: z.string() }) });

/** How a view comes onto the screen: the first, or laid on the one in which a row was tapped. */
export type Opening = "views.open" | "views.push";

/**
 * Opens a dialog within the three seconds that a trigger lives; a trigger serves once. Returns the view's id, or undefined when Slack would not: that is
 * logged, and the person is to be told.
 */
export async function openView(
  { api, log }: Taking,
  { installation }: Doer,
  opening: Opening,
  trigger: string,
  view: ModalView,
): Promise<string | undefined> {
  try {
    const args = { trigger_id: trigger, view };
    return openedSchema.parse(await api.call(installation._id, opening, args, { pace: "at-once" })).view.id;
  } catch (error) {
    if (!(error instanceof PostFailed)) throw error;
    log.warn({ err: error, installation: installation._id }, "a dialog did not open");
    return undefined;
  }
}

/** Opens the dialog that waits for its form. */
export function openWaiting(parts: Taking, doer: Doer, opening: Opening, trigger: string): Promise<string | undefined> {
  return openView(parts, doer, opening, trigger, drawWaitingModal(doer.person.language));
}

/** Shows something else in a dialog. Whoever has closed it meanwhile does not want it. */
export async function showInView(
  { api, log }: Taking,
  { installation }: Doer,
  id: string,
  view: ModalView,
): Promise<void> {
  try {
    await api.call(installation._id, "views.update", { view_id: id, view });
  } catch (error) {
    if (!(error instanceof PostFailed)) throw error;
    const closed = error instanceof SlackRefused && error.code === "not_found";
    if (!closed) log.warn({ err: error, installation: installation._id }, "a dialog was not filled");
  }
}
