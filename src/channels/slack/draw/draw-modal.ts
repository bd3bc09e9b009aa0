import type { ModalView } from "@slack/types";
import type { Form, FormValues } from "../../../message/form.ts";
import { type Language, words } from "../../../text/text.ts";
import { drawFields } from "./blocks/draw-form-blocks.ts";
import { drawParagraph } from "./blocks/draw-paragraph.ts";
import { plain, quietLine } from "./blocks/text-objects.ts";
import { SLACK_LIMITS } from "./slack-limits.ts";

export interface ModalDrawing {
  readonly language: Language;
  /** At most 3,000 characters; comes back with what is submitted. */
  readonly privateMetadata: string;
  readonly callbackId?: string;
  /** What was typed, instead of what the form began with. */
  readonly values?: FormValues;
}

/**
 * A form as a dialog. A field keeps its ids whenever it is drawn, so views.update keeps what was typed in it; for the same reason Slack then ignores new
 * `values` of a field that stands already.
 */
export function drawModal(form: Form, { language, privateMetadata, callbackId, values }: ModalDrawing): ModalView {
  const noMentions = { mention: () => undefined, room: SLACK_LIMITS.sectionText };
  const intro = form.intro === undefined ? [] : drawParagraph(form.intro, false, noMentions);
  const most = SLACK_LIMITS.blocksInView - intro.length;
  const drawn = drawFields(form.fields, { language, form: "", ...(values ? { values } : {}) }, most);
  const blocks = [...intro, ...drawn].slice(0, SLACK_LIMITS.blocksInView);
  return {
    ...frame(form.title, language, { privateMetadata, ...(callbackId === undefined ? {} : { callbackId }) }),
    submit: plain(form.submit, SLACK_LIMITS.viewTitle),
    blocks: blocks.length > 0 ? blocks : [...quietLine(form.title)],
  };
}

/** What opens at once, within the trigger's three seconds, while the form is fetched; views.update replaces it. */
export function drawWaitingModal(
  language: Language,
  options: { readonly privateMetadata?: string; readonly callbackId?: string } = {},
): ModalView {
  const say = words(language);
  return {
    ...frame(say("slack.modal.waitingTitle"), language, options),
    blocks: [...drawParagraph(say("slack.modal.waiting"), true, { mention: () => undefined, room: 300 })],
  };
}

function frame(
  title: string,
  language: Language,
  { privateMetadata, callbackId }: { readonly privateMetadata?: string; readonly callbackId?: string },
) {
  return {
    type: "modal" as const,
    title: plain(title, SLACK_LIMITS.viewTitle),
    close: plain(words(language)("slack.modal.close"), SLACK_LIMITS.viewTitle),
    ...(privateMetadata === undefined ? {} : { private_metadata: privateMetadata }),
    ...(callbackId === undefined ? {} : { callback_id: callbackId }),
  };
}
