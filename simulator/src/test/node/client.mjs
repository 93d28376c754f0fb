// One step of a conversation with the client that is not ours: it takes what to do as JSON on its input, and gives what came
// of it as JSON on its output.
//   {"base","token","number","calls":[{"call":"sendText","with":{…}}]} → [{"answer"} or {"refused"}]
//   {"secret","webhooks":[{"signature","body"}]}                       → [{"signed","read"}]
import { readFileSync } from "node:fs";
import { WhatsAppClient } from "@kapso/whatsapp-cloud-api";
import { normalizeWebhook, verifySignature } from "@kapso/whatsapp-cloud-api/server";

const wanted = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(wanted.calls ? await called(wanted) : read(wanted)));

async function called({ base, token, number, calls }) {
  const client = new WhatsAppClient({ baseUrl: base, graphVersion: "v25.0", accessToken: token });
  const came = [];
  for (const { call, with: given } of calls) {
    try {
      came.push({ answer: await client.messages[call]({ phoneNumberId: number, ...given }) });
    } catch (refused) {
      const { httpStatus, code, category } = refused;
      came.push({ refused: { words: refused.message, httpStatus, code, category } });
    }
  }
  return came;
}

function read({ secret, webhooks }) {
  return webhooks.map(({ signature, body }) => ({
    signed: verifySignature({ appSecret: secret, rawBody: body, signatureHeader: signature }),
    read: normalizeWebhook(JSON.parse(body)),
  }));
}
