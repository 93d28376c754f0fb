import { type Api, answer } from "../../api/client";
import type { ClashDecision, ContactEdit, Uuid } from "../../api/types";

/** What is done to contacts. */
export const contactCalls = ({ http }: Api) => ({
  editContact: (contactId: Uuid, body: ContactEdit) =>
    answer(http.PATCH("/api/contacts/{contactId}", { params: { path: { contactId } }, body })),
  mergeContact: (contactId: Uuid, into: Uuid) =>
    answer(
      http.POST("/api/contacts/{contactId}/merges", { params: { path: { contactId } }, body: { into } }),
    ),
  blockContact: (contactId: Uuid) =>
    answer(http.PUT("/api/contacts/{contactId}/block", { params: { path: { contactId } } })),
  unblockContact: (contactId: Uuid) =>
    answer(http.DELETE("/api/contacts/{contactId}/block", { params: { path: { contactId } } })),
  exportContacts: () =>
    answer(http.GET("/api/contacts/export", { headers: { Accept: "text/csv" }, parseAs: "text" })),
  importContacts: (body: string, dryRun: boolean) =>
    answer(
      http.POST("/api/contacts/import", {
        params: { query: { dryRun } },
        headers: { "Content-Type": "text/csv" },
        body,
        bodySerializer: (text) => text,
      }),
    ),
  undoMerge: (mergeId: Uuid) =>
    answer(http.POST("/api/contacts/merges/{mergeId}/undo", { params: { path: { mergeId } } })),
  decideClash: (clashId: Uuid, decision: ClashDecision) =>
    answer(
      http.POST("/api/contacts/clashes/{clashId}/decision", {
        params: { path: { clashId } },
        body: { decision },
      }),
    ),
});
