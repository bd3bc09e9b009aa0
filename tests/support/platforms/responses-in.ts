import { unsettledDeliveries } from "../../../src/deliveries/unsettled.ts";
import { type Response, responses } from "../../../src/rounds/response.ts";
import type { Store } from "../../../src/store/store.ts";
import { roundsIn } from "./world.ts";

/** What stands of people's answers in the only round. */
export async function responsesIn(store: Store): Promise<readonly Response[]> {
  const [round] = await roundsIn(store);
  return store.find(responses, {
    name: "ofRound",
    equals: { company: round?.company ?? "", round: round?._id ?? "" },
  });
}

/** What became of unclear sendings to those who answer; others, of cards and news, may have been under way too. */
export async function unsettledIn(store: Store): Promise<readonly string[]> {
  const answering = await responsesIn(store);
  const company = answering[0]?.company ?? "";
  const all = await store.find(unsettledDeliveries, { name: "ofCompany", equals: { company } });
  return all.flatMap(({ record, outcome }) => (answering.some(({ _id }) => _id === record) ? [outcome] : []));
}
