// The floor of teams.turn: an empty echo bot of the Teams SDK, its own server, that answers each activity with one line.
import { PUBLIC } from "@microsoft/teams.api";
import { App } from "@microsoft/teams.apps";
import { CLIENT_ID } from "./teams-people.ts";

const LINE = "Kirjattu.";
/** The SDK asks Microsoft's login only; a token of the right shape keeps it from there. */
const token = [{ alg: "none", typ: "JWT" }, { appid: CLIENT_ID, exp: 4_102_444_800 }, {}]
  .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
  .join(".");

const app = new App({
  clientId: CLIENT_ID,
  token: () => token,
  cloud: { ...PUBLIC, openIdMetadataUrl: process.env.OPENID_METADATA_URL ?? "" },
});
app.on("message", async ({ send }) => {
  await send(LINE);
});
app.on("card.action", async ({ send }) => {
  await send(LINE);
  return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: LINE };
});
await app.start(Number(process.env.PORT));
