import type { Api } from "../../api/client";
import type { ClashDecision, ContactEdit, Uuid } from "../../api/types";

export const contacts = (api: Api, query: { search?: string; cursor?: string }) =>
  api.ask((http) => http.GET("/api/contacts", { params: { query } }));

export const editContact = (api: Api, contactId: Uuid, body: ContactEdit) =>
  api.ask((http) => http.PATCH("/api/contacts/{contactId}", { params: { path: { contactId } }, body }));

export const mergeContact = (api: Api, contactId: Uuid, into: Uuid) =>
  api.ask((http) =>
    http.POST("/api/contacts/{contactId}/merges", { params: { path: { contactId } }, body: { into } }),
  );

export const blockContact = (api: Api, contactId: Uuid) =>
  api.ask((http) => http.PUT("/api/contacts/{contactId}/block", { params: { path: { contactId } } }));

export const unblockContact = (api: Api, contactId: Uuid) =>
  api.ask((http) => http.DELETE("/api/contacts/{contactId}/block", { params: { path: { contactId } } }));

export const exportContacts = (api: Api) =>
  api.ask((http) => http.GET("/api/contacts/export", { headers: { Accept: "text/csv" }, parseAs: "text" }));

/** @param fileName what shows who agreed to advertising, when the file says so */
export const importContacts = (api: Api, body: string, fileName: string, dryRun: boolean) =>
  api.ask((http) =>
    http.POST("/api/contacts/import", {
      params: { query: { dryRun, fileName: fileName.slice(0, 200) } },
      headers: { "Content-Type": "text/csv" },
      body,
      bodySerializer: (text) => text,
    }),
  );

export const undoMerge = (api: Api, mergeId: Uuid) =>
  api.ask((http) => http.POST("/api/contacts/merges/{mergeId}/undo", { params: { path: { mergeId } } }));

export const decideClash = (api: Api, clashId: Uuid, decision: ClashDecision) =>
  api.ask((http) =>
    http.POST("/api/contacts/clashes/{clashId}/decision", {
      params: { path: { clashId } },
      body: { decision },
    }),
  );
