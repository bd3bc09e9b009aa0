interface FieldBase {
  /** Unique within the form; the key of the submitted value. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** One input. `value` is what stands in it when the form opens. Submitted values are always text; the coach reads them as it reads typed replies. */
export type Field =
  | (FieldBase & {
      readonly kind: "text";
      readonly value?: string;
      readonly multiline?: boolean;
      readonly maxLength: number;
    })
  /** Typed freely ("12 500,50 €"): the coach reads it, so the channel must not restrict it. */
  | (FieldBase & { readonly kind: "number"; readonly value?: string; readonly unit?: string })
  /** ISO date, "2026-12-24". */
  | (FieldBase & { readonly kind: "date"; readonly value?: string })
  | (FieldBase & { readonly kind: "time"; readonly value?: string })
  | (FieldBase & { readonly kind: "pick"; readonly options: readonly FieldOption[]; readonly value?: string })
  | (FieldBase & {
      readonly kind: "pick-many";
      readonly options: readonly FieldOption[];
      readonly values?: readonly string[];
      readonly max?: number;
    })
  | { readonly kind: "note"; readonly id: string; readonly text: string }
  /** Rows that are added and edited from within the dialog: each opens a form of its own, after which the dialog goes on with this one. Holds no value. */
  | {
      readonly kind: "rows";
      readonly id: string;
      readonly label: string;
      readonly rows: readonly { readonly text: string; readonly edit: FormLink }[];
      /** Missing when the table is full. */
      readonly add?: FormLink;
    };

/** A field that takes a value. */
export type InputField = Exclude<Field, { kind: "note" | "rows" }>;

/** A button within a form that opens another form. `action` is opaque to channels. */
export interface FormLink {
  readonly label: string;
  readonly action: string;
}

/** A form, shown as a dialog (Slack modal, Teams dialog, web dialog) or inside a message. */
export interface Form {
  readonly title: string;
  readonly intro?: string;
  readonly fields: readonly Field[];
  /** What the submit button says; never "OK". */
  readonly submit: string;
  /** What the coach gets back with the values: opaque to channels. */
  readonly action: string;
}

/** What a form came back with: field id → text, or several texts for pick-many. A field left empty is missing or "". */
export type FormValues = { readonly [field: string]: string | readonly string[] };
