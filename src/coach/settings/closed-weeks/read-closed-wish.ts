/** What someone wants of closed weeks: to see them, or to say them. `said` is still to be read. */
export interface ClosedWish {
  /** Of the team's own; else the company's. */
  readonly team: boolean;
  /** Missing: only to be shown. */
  readonly said?: string;
}

const OF_COMPANY =
  /^(?:yrityksen |firman )?(?:lomaviikot|lomaviikko|closed weeks|company closed weeks)(?::| ovat| on| are| is)?(?: (.{1,80}))?$/u;
const OF_TEAM =
  /^(?:tiimin|tiimimme|meidän tiimin|team|the team's|team's|our team's) (?:lomaviikot|closed weeks)(?::| ovat| on| are)?(?: (.{1,80}))?$/u;
const NONE = /^(?:ei lomaviikkoja|no closed weeks)$/u;

/** Of a tidied command (lower case, single spaces). "lomaviikot menivät hyvin" is somebody's answer. */
export function readClosedWish(said: string): ClosedWish | undefined {
  if (NONE.test(said)) return { team: false, said: "ei" };
  const team = OF_TEAM.exec(said);
  const found = team ?? OF_COMPANY.exec(said);
  if (!found) return undefined;
  const rest = found[1]?.trim();
  if (rest === undefined) return { team: team !== null };
  return /^(?:\d|viiko|vko|vk |week|joulu|christmas|ei$|ei mitään$|none$|no$)/u.test(rest)
    ? { team: team !== null, said: rest }
    : undefined;
}
