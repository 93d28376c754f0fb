import { ApiProblem, NoAnswer, problemOf, type TokenSource } from "../../../api/client";
import type { BroughtFile, Uuid } from "../../../api/types";

export interface Upload {
  done: Promise<BroughtFile>;
  cancel: () => void;
}

const SIGNED_OUT = 401;

/** A name as a header can have it (RFC 5987). */
const encoded = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, "")).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );

/** Brings a file to a conversation, if asked as a document whatever it is, and tells how much of it is there, from 0 to 1. `fetch` cannot do that. */
export function upload(
  tokens: TokenSource,
  conversationId: Uuid,
  id: Uuid,
  file: File,
  onProgress: (part: number) => void,
  asDocument = false,
): Upload {
  let request: XMLHttpRequest | undefined;
  let cancelled = false;

  const send = (token: string) =>
    new Promise<BroughtFile>((resolve, reject) => {
      request = new XMLHttpRequest();
      const { upload: sent } = request;
      request.open(
        "POST",
        `/api/conversations/${conversationId}/attachments?id=${id}${asDocument ? "&document=true" : ""}`,
      );
      request.setRequestHeader("Authorization", `Bearer ${token}`);
      request.setRequestHeader("Accept", "application/json");
      request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
      request.setRequestHeader("Content-Disposition", `attachment; filename*=UTF-8''${encoded(file.name)}`);
      sent.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
      request.onload = () => {
        const { status, responseText } = request!;
        const body = json(responseText);
        if (status === 201) resolve(body as BroughtFile);
        else reject(new ApiProblem(problemOf(status, body)));
      };
      request.onerror = request.onabort = (cause) => reject(new NoAnswer(cause));
      if (cancelled) reject(new NoAnswer("cancelled"));
      else request.send(file);
    });

  const signed = async () => {
    try {
      return await send(await tokens.token());
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== SIGNED_OUT) throw error;
      return send(await tokens.renewed());
    }
  };
  return {
    done: signed(),
    cancel: () => {
      cancelled = true;
      request?.abort();
    },
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
