/**
 * The id under which a team's choice of what to lift is kept among its agreed answers, after a round of level questions (LIFT in
 * rounds/round.ts). Later flows look at it as at a step, `digital-maturity/lift`: a choice of level questions.
 */
export const LIFT = "lift";
