/** One measured figure and what it is compared with, both measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** "ms", "MB", "turns/s" … */
  readonly unit: string;
  /** The same unit; 0 where there is nothing to compare with. */
  readonly floor: number;
  /** value ÷ floor. */
  readonly ratio: number;
  readonly better: "higher" | "lower";
}
