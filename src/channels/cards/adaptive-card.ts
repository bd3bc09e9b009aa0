/**
 * The part of Adaptive Cards 1.5 that Luotsi draws with (adaptivecards.io/explorer), no more: Teams shows 1.5 on every client, and the web chat
 * draws the same JSON with Microsoft's own renderer.
 */
export interface AdaptiveCard {
  readonly type: "AdaptiveCard";
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly version: "1.5";
  readonly lang: "fi" | "en";
  /** Shown instead of the card by clients that cannot draw it. */
  readonly fallbackText: string;
  /** What a screen reader says of the card as a whole. */
  readonly speak: string;
  readonly body: readonly CardElement[];
}

interface ElementBase {
  readonly id?: string;
  readonly spacing?: "none" | "small" | "medium" | "large";
  readonly separator?: boolean;
}

export type CardElement =
  | TextBlock
  | RichTextBlock
  | (ElementBase & { readonly type: "Image"; readonly url: string; readonly altText: string; readonly size: "stretch" })
  | Container
  | ColumnSet
  | ActionSet
  | Table
  | Input;

/** Interprets Markdown, so it holds only what `reads as plain` or was escaped. */
export interface TextBlock extends ElementBase {
  readonly type: "TextBlock";
  readonly text: string;
  readonly wrap: true;
  readonly style?: "heading";
  readonly size?: "medium";
  readonly weight?: "bolder";
  readonly isSubtle?: boolean;
}

/** Its runs are literal text on every client. */
export interface RichTextBlock extends ElementBase {
  readonly type: "RichTextBlock";
  readonly inlines: readonly TextRun[];
}

export interface TextRun {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: "bolder";
  readonly italic?: boolean;
  readonly isSubtle?: boolean;
  readonly size?: "medium";
  readonly color?: "attention" | "accent";
  /** A run that is tapped: a number that is called. */
  readonly selectAction?: { readonly type: "Action.OpenUrl"; readonly url: string };
}

export interface Container extends ElementBase {
  readonly type: "Container";
  readonly items: readonly CardElement[];
  readonly style?: "default" | "emphasis" | "accent";
  readonly selectAction?: ExecuteAction;
  readonly minHeight?: `${number}px`;
  readonly verticalContentAlignment?: "center";
}

export interface ColumnSet extends ElementBase {
  readonly type: "ColumnSet";
  readonly columns: readonly {
    readonly type: "Column";
    readonly width: "auto" | "stretch" | number | `${number}px`;
    readonly items: readonly CardElement[];
    readonly verticalContentAlignment?: "center";
  }[];
}

export interface ActionSet extends ElementBase {
  readonly type: "ActionSet";
  readonly actions: readonly ExecuteAction[];
}

export interface Table extends ElementBase {
  readonly type: "Table";
  readonly columns: readonly { readonly width: number }[];
  readonly firstRowAsHeader: true;
  readonly showGridLines: boolean;
  readonly rows: readonly {
    readonly type: "TableRow";
    readonly cells: readonly { readonly type: "TableCell"; readonly items: readonly CardElement[] }[];
  }[];
  readonly fallback: Container;
}

/** Every action carries what it is in `data`; the channel reads it back with readTapped. */
export interface ExecuteAction {
  readonly type: "Action.Execute";
  readonly title: string;
  readonly verb: "luotsi";
  readonly data: ActionData;
  readonly style?: "positive";
  /** Secondary ones stand behind the overflow menu. */
  readonly mode?: "secondary";
  /** "none" where the card's inputs have nothing to do with it, so that an empty required input does not stop the tap. */
  readonly associatedInputs: "auto" | "none";
}

export interface ActionData {
  readonly action: string;
  /** Tapping opens a dialog: Teams has to be told by the card ("task/fetch"). */
  readonly opens?: "form";
  /** On the submit button of a dialog: the action and the message that opened it, so that it can be drawn again with its mistakes. */
  readonly opener?: string;
  readonly openerMessage?: string;
}

interface InputBase extends ElementBase {
  readonly id: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly errorMessage?: string;
  readonly value?: string;
}

export type Input =
  | (InputBase & { readonly type: "Input.Text"; readonly isMultiline?: boolean; readonly maxLength: number })
  | (InputBase & { readonly type: "Input.Date" })
  | (InputBase & { readonly type: "Input.Time" })
  | (InputBase & {
      readonly type: "Input.ChoiceSet";
      readonly style: "compact" | "expanded";
      readonly isMultiSelect: boolean;
      readonly wrap: true;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
    });
