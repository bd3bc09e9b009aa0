import type { Chart } from "../../../../src/message/chart.ts";
import type { Field, FieldOption, Form } from "../../../../src/message/form.ts";
import { LIMITS } from "../../../../src/message/limits.ts";
import type { Block, DescribedOption, Message, Option, Span } from "../../../../src/message/message.ts";
import { fc } from "../../../support/properties.ts";

/** What people may write: everyday words, and what chat platforms take for markup. */
const piece = fc.constantFrom(
  ..."a ä ö 1 asiakastieto kolmessa taulukossa, . : \n & < > * _ ~ ` @ # <!channel> <@U1> *b* _i_ :smile: https://x.fi {{ 👍 👩‍🏭".split(
    " ",
  ),
  " ",
);

/** At most `most` characters, often close to it. */
export function anyText(most: number, minLength = 0): fc.Arbitrary<string> {
  const short = fc.string({ unit: piece, maxLength: Math.min(most, 12), minLength });
  const long = fc
    .tuple(fc.string({ unit: piece, minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: most }))
    .map(([text, length]) => text.repeat(Math.ceil(length / text.length)).slice(0, length));
  return fc
    .oneof({ weight: 4, arbitrary: short }, { weight: 1, arbitrary: long })
    .map((text) => whole(text.slice(0, most)));
}

/** Without a half of a character at its end. */
function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, "");
}

const named = (most: number) => anyText(most, 1).map((text) => (text.trim() === "" ? "nimi".slice(0, most) : text));
const action = fc.oneof(
  fc
    .record({ kind: anyText(20), round: fc.constant("team:flow:1"), step: named(40) })
    .map((value) => JSON.stringify(value)),
  named(LIMITS.action),
);

const option: fc.Arbitrary<Option> = fc.record(
  { label: named(LIMITS.buttonLabel), action, primary: fc.boolean(), opensForm: fc.boolean() },
  { requiredKeys: ["label", "action"] },
);
const described: fc.Arbitrary<DescribedOption> = fc.record(
  {
    label: named(LIMITS.optionLabel),
    action,
    mark: anyText(3),
    description: named(LIMITS.description),
    sign: anyText(LIMITS.sign),
    chosen: fc.boolean(),
  },
  { requiredKeys: ["label", "action", "mark", "description"] },
);

const text = fc.oneof({ weight: 5, arbitrary: anyText(300) }, { weight: 1, arbitrary: anyText(LIMITS.wholeMessage) });
const span: fc.Arbitrary<Span> = fc.oneof(
  text,
  fc.record({ kind: fc.constantFrom("strong" as const, "emphasis" as const), text }),
  fc.record({ kind: fc.constant("mention" as const), person: fc.constantFrom("p1", "p2"), text: named(60) }),
);
const chart: Chart = { kind: "radar", title: "Tasot", axes: [], max: 5, series: [] };

const options: fc.Arbitrary<readonly FieldOption[]> = fc.uniqueArray(
  fc.record({ value: fc.string({ minLength: 1, maxLength: 75 }), label: named(LIMITS.optionLabel) }),
  { selector: ({ value }) => value, maxLength: 130 },
);
const base = { label: named(LIMITS.fieldLabel), hint: anyText(LIMITS.fieldHint), optional: fc.boolean() };
const link = fc.record({ label: named(LIMITS.buttonLabel), action });

function fieldsCalled(id: string): fc.Arbitrary<Field> {
  const own = { id: fc.constant(id), ...base };
  const needed: { requiredKeys: ("kind" | "id" | "label")[] } = { requiredKeys: ["kind", "id", "label"] };
  return fc.oneof(
    fc.record(
      {
        kind: fc.constant("text" as const),
        ...own,
        value: anyText(LIMITS.answerText),
        multiline: fc.boolean(),
        maxLength: fc.integer({ min: 1, max: LIMITS.answerText }),
      },
      { requiredKeys: ["kind", "id", "label", "maxLength"] },
    ),
    fc.record({ kind: fc.constant("number" as const), ...own, value: anyText(20), unit: named(10) }, needed),
    fc.record(
      { kind: fc.constant("date" as const), ...own, value: fc.constantFrom("2026-12-24", "2026-02-30", "x", "") },
      needed,
    ),
    fc.record(
      { kind: fc.constant("time" as const), ...own, value: fc.constantFrom("09:00", "9.00", "24:00", "") },
      needed,
    ),
    options.chain((offered) => {
      const picks = fc.constantFrom("", "?", ...offered.map(({ value }) => value));
      const common = { ...own, options: fc.constant(offered) };
      const kinds: { requiredKeys: ("kind" | "id" | "label" | "options")[] } = {
        requiredKeys: ["kind", "id", "label", "options"],
      };
      return fc.oneof(
        fc.record({ kind: fc.constant("pick" as const), ...common, value: picks }, kinds),
        fc.record(
          { kind: fc.constant("pick-many" as const), ...common, values: fc.array(picks, { maxLength: 12 }) },
          kinds,
        ),
      );
    }),
    fc.record({ kind: fc.constant("note" as const), id: fc.constant(id), text: anyText(300) }),
    fc.record(
      {
        kind: fc.constant("rows" as const),
        id: fc.constant(id),
        label: anyText(LIMITS.fieldLabel),
        rows: fc.array(fc.record({ text: anyText(400), edit: link }), { maxLength: 120 }),
        add: link,
      },
      { requiredKeys: ["kind", "id", "label", "rows"] },
    ),
  );
}

export const anyForm: fc.Arbitrary<Form> = fc
  .uniqueArray(fc.stringMatching(/^[a-zä:."\d-]{1,40}$/), { minLength: 1, maxLength: 14 })
  .chain((ids) =>
    fc.record(
      {
        title: named(LIMITS.formTitle),
        intro: anyText(LIMITS.messageText),
        fields: fc.tuple(...ids.map(fieldsCalled)),
        submit: named(LIMITS.formSubmit),
        action,
      },
      { requiredKeys: ["title", "fields", "submit", "action"] },
    ),
  );

const table: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 9 }).chain((columns) => {
  const cell = fc.oneof(anyText(8), anyText(120));
  return fc.record({
    kind: fc.constant("table" as const),
    caption: anyText(150),
    columns: fc.array(anyText(20), { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 150 }),
  });
});

export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), text: anyText(LIMITS.heading) }),
  fc.record(
    {
      kind: fc.constant("paragraph" as const),
      words: fc.oneof(text, fc.array(span, { maxLength: 5 })),
      tone: fc.constant("quiet" as const),
    },
    { requiredKeys: ["kind", "words"] },
  ),
  fc.record({
    kind: fc.constant("facts" as const),
    facts: fc.array(fc.record({ label: anyText(150), value: fc.oneof(anyText(40), anyText(1000)) }), { maxLength: 30 }),
  }),
  fc.record(
    {
      kind: fc.constant("choices" as const),
      options: fc.array(option, { maxLength: 30 }),
      more: fc.array(option, { maxLength: 30 }),
      moreLabel: named(LIMITS.buttonLabel),
    },
    { requiredKeys: ["kind", "options"] },
  ),
  fc.record({ kind: fc.constant("levels" as const), options: fc.array(described, { minLength: 1, maxLength: 30 }) }),
  fc.record({ kind: fc.constant("form" as const), form: anyForm }),
  fc.record({
    kind: fc.constant("progress" as const),
    done: fc.integer({ min: 0, max: 40 }),
    total: fc.integer({ min: 0, max: 40 }),
    label: anyText(100),
  }),
  fc.record({ kind: fc.constant("picture" as const), chart: fc.constant(chart), alt: named(LIMITS.alt) }),
  table,
);

export const anyMessage: fc.Arbitrary<Message> = fc.record({
  text: named(LIMITS.wholeMessage),
  blocks: fc.oneof(
    fc.array(anyBlock, { maxLength: 6 }),
    fc.array(anyBlock, { minLength: 20, maxLength: LIMITS.blocks }),
  ),
  language: fc.constantFrom("fi" as const, "en" as const),
});
