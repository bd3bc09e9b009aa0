/** A picture as data: what it shows, in the words of the language it will be drawn in. Numbers are drawn as given. Drawn by src/charts. */
export type Chart =
  | {
      /** A profile over axes, e.g. six dimensions from 1 to 5, with the previous round's profile behind it. */
      readonly kind: "radar";
      readonly title: string;
      readonly axes: readonly string[];
      readonly max: number;
      readonly series: readonly {
        readonly label: string;
        readonly values: readonly (number | null)[];
        readonly quiet?: boolean;
      }[];
    }
  | {
      /** Rows × columns; each cell's weight 0–1 sets its shade, its text stands in it; `marked` cells get a frame (the agreed level). */
      readonly kind: "heatmap";
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly {
        readonly label: string;
        readonly cells: readonly { readonly weight: number; readonly text: string; readonly marked?: boolean }[];
      }[];
      readonly legend: string;
    }
  | {
      /** One horizontal bar a row: a level of `max`, the previous one as a tick behind it, the lifted ones in the accent colour. */
      readonly kind: "levels";
      readonly title: string;
      readonly max: number;
      readonly rows: readonly {
        readonly label: string;
        readonly value: number | null;
        /** The value in the words of the language; left out, it is drawn as given. */
        readonly shown?: string;
        readonly previous?: number;
        readonly lifted?: boolean;
      }[];
      readonly legend: readonly { readonly label: string; readonly mark: "bar" | "lifted" | "previous" }[];
    }
  | {
      /** Rows × columns of short texts: what is planned in each cell, one line each; `quiet` ones are over. What does not fit is counted. */
      readonly kind: "grid";
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly {
        readonly label: string;
        readonly cells: readonly (readonly { readonly text: string; readonly quiet?: boolean }[])[];
      }[];
      readonly legend: string;
    };
