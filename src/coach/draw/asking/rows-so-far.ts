import type { Row } from "../../../flow/answer-value.ts";
import type { Proposal, Response } from "../../../rounds/response.ts";

/**
 * The rows of a table so far: one's own, or in the team's response those that anyone has proposed, each once. Nobody has proposed any: those that
 * stand recorded.
 */
export function rowsSoFar(
  response: Pick<Response, "person" | "answers" | "proposals"> | undefined,
  step: string,
): Row[] {
  if (!response) return [];
  const proposals = response.person === null ? (response.proposals[step] ?? {}) : {};
  const value = response.answers[step]?.value;
  return Object.keys(proposals).length > 0 || value?.kind !== "table" ? proposedRows(proposals) : [...value.rows];
}

function proposedRows(proposals: { readonly [key: string]: Proposal }): Row[] {
  const oldestFirst = Object.values(proposals).sort((a, b) => a.at - b.at);
  const rows = oldestFirst.flatMap(({ value }) => (value.kind === "table" ? value.rows : []));
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
