import type { Customer } from "../customer.ts";

/** Of several who may be meant, those who have the very name that was said, else those whose relationship goes on; all where neither tells. */
export function likeliest<Known extends Pick<Customer, "name" | "kept">>(
  all: readonly Known[],
  said: string,
): readonly Known[] {
  const kept = all.filter((one) => one.kept);
  const tries = [
    all.filter(({ name }) => name === said),
    kept.filter(({ name }) => name.toLowerCase() === said.toLowerCase()),
    kept,
  ];
  return tries.find(({ length }) => length > 0) ?? all;
}
