import type { UpdateFilter } from "mongodb";
import type { CheckedChange } from "../check-change.ts";
import type { RawDocument } from "./filters.ts";

/** A change as one update of MongoDB; undefined when it writes nothing. Operators without members are left out: MongoDB before 5.0 refuses them. */
export function updateOf(change: CheckedChange): UpdateFilter<RawDocument> | undefined {
  const operators = {
    $set: Object.fromEntries(change.set),
    $unset: Object.fromEntries(change.unset.map((path) => [path, ""])),
    $inc: Object.fromEntries(change.increase),
    $push: Object.fromEntries(
      change.push.map(([path, { values, keep }]) => [
        path,
        { $each: values, ...(keep === undefined ? {} : { $slice: -keep }) },
      ]),
    ),
    $pull: Object.fromEntries(change.pull.map(([path, ids]) => [path, { id: { $in: ids } }])),
  };
  const used = Object.entries(operators).filter(([, members]) => Object.keys(members).length > 0);
  return used.length > 0 ? Object.fromEntries(used) : undefined;
}
