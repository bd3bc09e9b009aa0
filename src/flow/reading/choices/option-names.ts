import type { DrawnOption } from "../../context.ts";
import type { Bilingual } from "../../step.ts";
import { type NameList, nameList } from "../plain/match-name.ts";

/** What people say for an option that is called yes or no. */
const YES = ["joo", "juu", "jep", "jes", "yes", "yep", "yeah"];
const NO = ["no", "nope", "eipä"];

const ofOptions = new WeakMap<readonly DrawnOption[], NameList>();
const ofScale = new WeakMap<readonly Bilingual[], NameList>();
const ofNamed = new WeakMap<readonly Named[], NameList>();

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Options by their labels in both languages and by their ids. Made once for a field's own options; drawn ones are new at every turn. */
export function optionNames(options: readonly DrawnOption[], field: { readonly options?: unknown }): NameList {
  if (field.options !== options)
    return nameList(options.map(({ id, label }) => ({ ids: [id], names: [label.fi, label.en] })));
  return kept(ofOptions, options, () =>
    nameList(options.map(({ id, label }) => ({ ids: [id, ...synonyms(label)], names: [label.fi, label.en] }))),
  );
}

function synonyms(label: Bilingual): readonly string[] {
  const finnish = label.fi.toLowerCase();
  if (finnish === "kyllä") return YES;
  return finnish === "ei" ? NO : [];
}

/** Levels by their names on the scale. */
export function levelNames(scale: readonly Bilingual[]): NameList {
  return kept(ofScale, scale, () => nameList(scale.map(({ fi, en }) => ({ ids: [], names: [fi, en] }))));
}

/** People or customers by name and id. */
export function namesOf(named: readonly Named[]): NameList {
  return kept(ofNamed, named, () => nameList(named.map(({ id, name }) => ({ ids: [id], names: [name] }))));
}

function kept<K extends object>(map: WeakMap<K, NameList>, key: K, make: () => NameList): NameList {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
}
