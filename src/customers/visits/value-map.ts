/** What a value map says of a segment: its greatest problem, and the offering of ours that answers it. */
export interface MapAnswer {
  readonly problem: string;
  readonly answer: string;
}

/** Where a company's value maps are read; undefined where a segment's map does not say it. */
export type ValueMaps = (company: string, segment: string) => Promise<MapAnswer | undefined>;

/** As long as no flow asks for value maps, none says anything. */
export const noValueMaps: ValueMaps = () => Promise.resolve(undefined);
