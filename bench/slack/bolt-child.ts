// The floor of slack.turn: a plain Bolt app, its own receiver and client, that acknowledges and posts one line for each event.
import { App } from "@slack/bolt";
import { BOT_TOKEN, SIGNING_SECRET } from "./slack-people.ts";

const LINE = "Kirjattu.";

const app = new App({
  token: BOT_TOKEN,
  signingSecret: SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? "" },
});
app.message(async ({ message, client }) => {
  await client.chat.postMessage({ channel: message.channel, text: LINE });
});
app.action(/.*/, async ({ ack, body, client }) => {
  await ack();
  await client.chat.postMessage({ channel: `D${body.user.id}`, text: LINE });
});
await app.start({ port: Number(process.env.PORT), host: "127.0.0.1" });
