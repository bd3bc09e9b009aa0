import type { KnownBlock } from "@slack/types";
import type { Field, Form } from "../../../../message/form.ts";
import { words } from "../../../../text/text.ts";
import type { BlockDrawing } from "../drawing.ts";
import { buttonId } from "../ids.ts";
import { SLACK_LIMITS } from "../slack-limits.ts";
import { drawButton } from "./draw-choices.ts";
import { drawField, type FieldDrawing } from "./draw-field.ts";
import { drawParagraph } from "./draw-paragraph.ts";
import { plain, quietLine, richText, run } from "./text-objects.ts";

/** A form in the message itself, with its own button; what was typed comes back with every tap of the message. Its title is for dialogs. */
export function drawFormBlocks({ intro, fields, submit, action }: Form, drawing: BlockDrawing): readonly KnownBlock[] {
  const { nth, language } = drawing;
  return [
    ...(intro === undefined ? [] : drawParagraph(intro, false, drawing)),
    ...drawFields(fields, { language, form: `${nth}` }, SLACK_LIMITS.blocksInMessage),
    {
      type: "actions",
      block_id: `submit${nth}`,
      elements: [drawButton({ label: submit, action, primary: true }, `${nth}.submit`)],
    },
  ];
}

/** Every field in order. Of a table's rows the last ones are shown, as many as leave `most` blocks for all. */
export function drawFields(fields: readonly Field[], drawing: FieldDrawing, most: number): readonly KnownBlock[] {
  const tables = fields.filter(({ kind }) => kind === "rows").length;
  const others = fields.length + tables * (HEAD_AND_FOOT - 1);
  const rows = Math.max(Math.floor((most - others) / Math.max(tables, 1)), 1);
  return fields.flatMap((field, nth): readonly KnownBlock[] => {
    switch (field.kind) {
      case "note":
        return quietLine(field.text);
      case "rows":
        return drawRows(field, { ...drawing, nth, most: rows });
      default: {
        const input = drawField(field, drawing);
        return input ? [input] : [];
      }
    }
  });
}

/** A table's label, its note on earlier rows, and its button. */
const HEAD_AND_FOOT = 3;

/** A button within a form always opens another form. */
function drawRows(
  field: Extract<Field, { kind: "rows" }>,
  { language, form, nth, most }: FieldDrawing & { readonly nth: number; readonly most: number },
): readonly KnownBlock[] {
  const at = `${form}.${nth}`;
  const shown = field.rows.slice(-most);
  const earlier = field.rows.length - shown.length;
  return [
    ...richText([run(field.label, { bold: true })]),
    ...(earlier > 0 ? quietLine(words(language)("slack.earlierRows", { count: earlier })) : []),
    ...shown.map(
      ({ text, edit }, row): KnownBlock => ({
        type: "section",
        block_id: `row${at}.${earlier + row}`,
        text: plain(text, SLACK_LIMITS.sectionText),
        accessory: {
          ...drawButton({ ...edit, opensForm: true }, `${at}.${earlier + row}`),
          accessibility_label: plain(`${edit.label}: ${text}`, SLACK_LIMITS.accessibilityLabel).text,
        },
      }),
    ),
    ...(field.add
      ? [
          {
            type: "actions" as const,
            block_id: `add${at}`,
            elements: [
              { ...drawButton({ ...field.add, opensForm: true }, at), action_id: buttonId(`${at}.add`, true) },
            ],
          },
        ]
      : []),
  ];
}
