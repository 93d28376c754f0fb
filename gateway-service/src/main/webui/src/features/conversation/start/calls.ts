import type { Api } from "../../../api/client";
import type { StartRequest, Uuid } from "../../../api/types";

/** Who is meant, and by which of our numbers. */
export interface Whom {
  phoneNumberId: string;
  contactId?: Uuid;
  to?: string;
}

export const templates = (api: Api, whom: Whom, q: string, reads: string) =>
  api.ask((http) => http.GET("/api/conversations/templates", { params: { query: { ...whom, q, reads } } }));

export const start = (api: Api, body: StartRequest) =>
  api.ask((http) => http.POST("/api/conversations", { body }));
