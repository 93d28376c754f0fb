// Made from the services' openapi.json by `npm run generate`. Not to be edited.

export interface paths {
    "/api/attachments/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What kinds of files WhatsApp takes, and how large they may be */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AttachmentLimits"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the web app must know before anybody has signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Config"];
                    };
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers by name; nextCursor, given as cursor, leads on. With search: those with it in a name, in the username, or in the number in any spelling. */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageContactItem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer; of a contact that was merged into another, that one. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contactId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactProfile"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what the team calls a customer, and what it notes about him. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contactId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ContactEdit"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactProfile"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/contacts/{contactId}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Have WhatsApp block a customer in all his conversations. It is done a moment later, and told by an event; 409 when he has not written within 24 hours. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contactId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactProfile"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Have WhatsApp let a customer in again. It is done a moment later, and told by an event. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contactId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactProfile"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{contactId}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Record whether a customer agreed to advertising, and what shows it. What was said before stays on record; advertising that waits to be sent to who withdraws is not sent. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contactId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConsentRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactProfile"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{contactId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that two contacts are one person. Their conversations stay apart, each with its window and the identity that an answer goes to; it can be undone. 409 when they are one already. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contactId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ContactMergeRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactProfile"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/clashes/{clashId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide to whom a key belongs that two contacts claim. 409 when that was decided already. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clashId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ContactClashDecision"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactProfile"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All customers that one may see, one a line. A cell that a spreadsheet would take for a formula has an apostrophe before it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take contacts from a file like the exported one, of at most 5,000 lines. They are known by phone or bsuid; own_name and other columns are taken over. marketing_consent (yes, no or nothing) says who agreed to advertising: it is recorded with the file's name, and takes back no withdrawal. With dryRun it is only said what would become of each line. Done twice it changes nothing more. */
        post: {
            parameters: {
                query?: {
                    dryRun?: boolean;
                    /** @description what the file is called; needed when it says who agreed to advertising */
                    fileName?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactImport"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/merges/{mergeId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a merge back: everything is where it was. 409 when it was taken back already. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    mergeId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactProfile"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conversations of a view (mine, unassigned, all, failed, resolved), newest activity first; nextCursor, given as cursor, leads to older ones, previousCursor, given as newer, to newer ones. Or those with these ids: what does not exist or may not be seen is left out. */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    /** @description up to 100 ids with commas between them, and no other parameter */
                    ids?: string;
                    limit?: number;
                    newer?: string;
                    /** @description only those that customers wrote to this number */
                    phoneNumberId?: string;
                    view?: "mine" | "unassigned" | "all" | "failed" | "resolved";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageConversationView"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write to a customer first. 202: the conversation is there, its author holds it, and the message is on its way. consentEvidence needs contact.edit, too. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StartRequest"];
                };
            };
            responses: {
                /** @description The message, which names its conversation */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineItem"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description conversation-exists: there is a conversation with this customer at the number; conversationId leads to it when it may be seen; consent-missing, marketing-not-wanted: the template is advertising, and the customer may not be sent any; window-closed: it is no template; id-already-used: conversationId is that of another one */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One conversation. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is responsible for the conversation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Who it is, or that it is nobody */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Assignment"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such conversation, or you may not see it */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Take the conversation, take it over, or give it to a colleague
         * @description Of any number of operators who take it at once, one gets it; the others get 409 with who holds it. Taking what one holds already changes nothing. Giving away what a third person holds is taking it over, too.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AssignmentRequest"];
                };
            };
            responses: {
                /** @description Who is responsible now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Assignment"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description not-allowed: it needs a permission that you do not have */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such conversation, or you may not see it */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description held-by-another-operator: with its holder and epoch */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description operator-unknown: the colleague has never signed in; operator-disabled: he cannot any more; operator-may-not-reply: he lacks that permission */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description identity-unavailable: the colleague cannot be checked just now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Give the conversation back, so that nobody is responsible
         * @description The holder may do so, and who may take conversations over.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Nobody is responsible now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Assignment"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description not-allowed: somebody else holds it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such conversation, or you may not see it */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a file that a reply to this conversation is to name. The body is the file, of a length that is said; its name is that of Content-Disposition. What no reply names for a day is deleted. Who may write to customers first can bring it before there is a conversation, which then begins with the id that is named here. */
        post: {
            parameters: {
                query?: {
                    /** @description true for what is to be a document, whatever it is: with the limit of documents */
                    document?: boolean;
                    /** @description made by the caller (a UUID), so that a file that is brought twice is there once */
                    id?: components["schemas"]["UUID"];
                };
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "*/*": string;
                };
            };
            responses: {
                /** @description It is here */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BroughtFile"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is larger than WhatsApp allows for its kind; limit says how many bytes it may have */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/free-entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether messages to the customer cost nothing now, as he came by an ad or a page's button, or whether an answer makes them free. Without either, they are paid for. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FreeEntry"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what and when in this conversation, newest first. */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageHistoryItem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/media-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A ticket by which a page of the signed-in operator shows files of this conversation for at least ten minutes. Those of nearly one time are equal. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MediaTicketView"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/messages/{messageId}/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a message, or a part of it (Range). A page that cannot send an access token sends a ticket. */
        get: {
            parameters: {
                query?: {
                    /** @description which card's file, counted from 0, of a template with cards */
                    card?: number;
                    /** @description thumbnail for the small form of a picture; without it, the file itself */
                    size?: "thumbnail";
                    /** @description in place of an access token: see media-ticket */
                    ticket?: string;
                };
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                    messageId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file, to be shown when it is a picture, a video or sound, and else to be saved */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description The part that was asked for */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is the one that the browser has */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/messages/{messageId}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What WhatsApp sent of a message that cannot be shown */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                    messageId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The platform's JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RawMessage"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such message, it can be shown, or you may not see the conversation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/messages/{messageId}/reaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the emoji of the business on a message, another one, or none any more. It is done a moment later; 409 under the rules of replies, and when the message is older than 30 days. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                    messageId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReactionRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReactionView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/messages/{messageId}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle a message in doubt: it arrived, or it is sent again as a new message that is linked to it. 409 when it is not in doubt, or for the reasons for which a reply is refused. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                    messageId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResolutionRequest"];
                };
            };
            responses: {
                /** @description The message as it stands now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineItem"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is refused, with what changed */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Refused"];
                    };
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes of the conversation, oldest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of notes */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageNoteView"];
                    };
                };
                /** @description invalid-cursor: the cursor is not one of ours */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such conversation, or you may not see it */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Write a note
         * @description The author is who is signed in. The customer never sees it. The same id and text again is answered with the note that is there.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WriteNote"];
                };
            };
            responses: {
                /** @description The note, which was written before */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Note"];
                    };
                };
                /** @description The note */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Note"];
                    };
                };
                /** @description invalid-request: with what is wrong */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such conversation, or you may not see it */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description id-already-used: another note has this id; held-by-another-operator: somebody else has just got the conversation, and you may not see it any more; epoch-unknown: the epoch is not known here, or not yet */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the text of a note of one's own */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                    noteId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditNote"];
                };
            };
            responses: {
                /** @description The note */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Note"];
                    };
                };
                /** @description invalid-request: with what is wrong */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description not-allowed: it is a colleague's note */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such note, or you may not see the conversation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Delete a note of one's own */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                    noteId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description not-allowed: it is a colleague's note */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such note, or you may not see the conversation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Remember how far the signed-in operator has read. The customer may see it, too, by the rule of this installation. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReadRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It needs care again. 409 when somebody else holds it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The conversation after it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is refused, with what changed */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Refused"];
                    };
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reply to the customer. 202: accepted and on its way; 409: refused, with what changed. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReplyRequest"];
                };
            };
            responses: {
                /** @description It is on its way */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineItem"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is refused, with what changed */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Refused"];
                    };
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nothing is left to do. 409 when somebody else holds it, or something was added since lastSeen. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResolveRequest"];
                };
            };
            responses: {
                /** @description The conversation after it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is refused, with what changed */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Refused"];
                    };
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The approved templates of the conversation's number, at most 100, those that are probably meant first; each with what might be filled in. */
        get: {
            parameters: {
                query?: {
                    /** @description part of the name or of the words; without it, all of them */
                    q?: string;
                    /** @description the language that the operator reads, such as it; it counts when nothing is known of the customer's */
                    reads?: string;
                };
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateOffers"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of messages in display order: the newest, or what one of before, after and around says; nextCursor, given as before, leads to older ones, previousCursor, given as after, to newer ones. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    /** @description the id of a message of this conversation, which stands in the middle */
                    around?: components["schemas"]["UUID"];
                    before?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageTimelineItem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show the customer for up to 25 seconds that the responder is typing. Repeat it every 20 seconds while it is so. Of anybody else, and when it cannot be shown, nothing is shown. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many conversations each view holds. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Counts"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/template-uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The conversations in which a template was sent last, of those that the operator may see. */
        get: {
            parameters: {
                query: {
                    language: string;
                    name: string;
                    phoneNumberId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateUses"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The approved templates by which a customer can be written to first, at most 100; each with what might be filled in. Either contactId or to says who is meant. */
        get: {
            parameters: {
                query: {
                    contactId?: components["schemas"]["UUID"];
                    phoneNumberId: string;
                    /** @description part of the name or of the words; without it, all of them */
                    q?: string;
                    /** @description the language that the operator reads, such as it; it counts when nothing is known of the customer's */
                    reads?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The templates of the number */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateOffers"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description conversation-exists: there is a conversation with this customer at the number; conversationId leads to it when it may be seen */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what he may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our numbers, and what the team cannot do with each of them just now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All numbers of this installation */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberList"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a number
         * @description WhatsApp is asked first whether the token is good for it and whether it belongs to the account. It counts as not connected until its account is subscribed and it is registered.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddNumber"];
                };
            };
            responses: {
                /** @description How far it is connected */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberSetup"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description number-known: it is here already; no-token-key: tokens cannot be kept here */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description token-refused, unknown-to-whatsapp, number-of-another-account: nothing was written down */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer: nothing was written down */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A number with all that holds of it and of its account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The number */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberDetails"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Remove a number
         * @description Its conversations stay, nothing is sent from it any more, and its access token is forgotten. At WhatsApp it stays as it is.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description number-of-settings: it is removed from the settings */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Call a number otherwise, name its account, or choose its catalogue
         * @description A number of the settings has its name and its account there; its catalogue is chosen here.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeNumber"];
                };
            };
            responses: {
                /** @description How far it is connected */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberSetup"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description number-of-settings: it is changed in the settings */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description number-of-another-account, catalogue-unknown, or WhatsApp refuses to say */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer: nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/catalogues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogues that are connected to the number's account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Those from which one can be chosen for the number */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogueList"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description account-unknown: nobody has named its account */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description catalogue-unknown, token-refused, whatsapp-refused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer, or takes no more calls for a moment */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask WhatsApp what it knows of the number now: name, quality, limits, and whether it can send */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What WhatsApp says */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Connection"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description token-refused, unknown-to-whatsapp, or another reason why WhatsApp does not say */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer, or takes no more calls for a moment */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the PIN of the number's two-step verification */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TwoStepPin"];
                };
            };
            responses: {
                /** @description It is the PIN from now on */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp refuses it; the problem says why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer, or takes no more calls for a moment */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The products of the number's catalogue
         * @description In the order of the catalogue, as WhatsApp has them now; nothing of them is kept here.
         */
        get: {
            parameters: {
                query?: {
                    /** @description from the page before */
                    cursor?: string;
                    /** @description words of the product's name */
                    q?: string;
                };
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Up to fifty products */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductList"];
                    };
                };
                /** @description invalid-request: the words or the cursor are too long */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description no-catalogue: none was chosen for this number */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description catalogue-unknown, token-refused, whatsapp-refused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer, or takes no more calls for a moment */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The business profile, as WhatsApp has it now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What customers see */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BusinessProfile"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp refuses to say; the problem says why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the business profile
         * @description What is missing stays as it is; what is empty is taken away.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BusinessProfile"];
                };
            };
            responses: {
                /** @description What customers see from now on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BusinessProfile"];
                    };
                };
                /** @description invalid-request: "violations" names the fields and the limits */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp refuses it; the problem says why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/profile/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the picture of the business
         * @description WhatsApp shows it as a circle.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            /** @description The picture itself: a JPEG or a PNG of at most 5 MB */
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description What customers see from now on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BusinessProfile"];
                    };
                };
                /** @description It is none of these, empty, or larger than 5 MB */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp refuses it; the problem says why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/qr-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The QR codes and short links of the number */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QrCodeList"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp refuses to say; the problem says why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a QR code with a short link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WriteQrCode"];
                };
            };
            responses: {
                /** @description It is there */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QrCode"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp refuses it; the problem says why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/qr-codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a QR code: its link leads nowhere from now on */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp refuses it; the problem says why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change the message of a QR code; its link stays */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WriteQrCode"];
                };
            };
            responses: {
                /** @description What it says from now on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QrCode"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp refuses it; the problem says why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the platform said of the number and of accounts in the last 90 days, the newest first
         * @description With what it said of numbers of an account that are not ours.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of reports */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageReportView"];
                    };
                };
                /** @description invalid-cursor: the cursor is not one of ours */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the number is connected */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its steps, and what became of the test message */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberSetup"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/setup/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask WhatsApp how far the number is connected
         * @description Whether it tells our app what happens in the number's account, and whether the number may send. What was undone there counts as undone here from then on.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its steps, as WhatsApp says they are */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberSetup"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description token-refused, unknown-to-whatsapp, account-locked */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer, or takes no more calls for a moment */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/setup/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register the number, so that it may send
         * @description With the PIN of its two-step verification. When it has none, this becomes its PIN.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TwoStepPin"];
                };
            };
            responses: {
                /** @description It may send from now on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberSetup"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description pin-refused, pin-locked, registration-limit, number-not-verified, account-locked, token-refused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer, or takes no more calls for a moment */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/setup/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have WhatsApp tell our app what happens in the number's account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It does from now on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberSetup"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description account-unknown: nobody has named its account */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description token-refused, unknown-to-whatsapp, whatsapp-refused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer, or takes no more calls for a moment */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/setup/test-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message to a phone at hand
         * @description The template hello_world, or a text where the account does not have it. What becomes of it shows in "test", which proves that webhooks arrive.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SendTestMessage"];
                };
            };
            responses: {
                /** @description WhatsApp took it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberSetup"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp did not take it; the problem says why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer, or takes no more calls for a moment */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the phone beside the number hands over of the time before, and how far it has come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How it stands */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberSync"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Ask the phone for its history or its address book
         * @description WhatsApp takes one request within 24 hours after the number was connected. What was asked already is not asked again; what WhatsApp answers stands in how it stands.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskForSync"];
                };
            };
            responses: {
                /** @description How it stands now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberSync"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer: nobody knows whether it was asked */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The templates of the number's account, by name and language
         * @description As they were read from WhatsApp last. Words are looked for in name and text.
         */
        get: {
            parameters: {
                query?: {
                    /** @description marketing, utility or authentication */
                    category?: string;
                    cursor?: string;
                    language?: string;
                    limit?: number;
                    q?: string;
                    /** @description GREEN, YELLOW, RED or UNKNOWN */
                    quality?: string;
                    /** @description such as approved, pending, rejected, paused */
                    status?: string;
                };
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of templates */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateList"];
                    };
                };
                /** @description invalid-cursor: the cursor is not one of ours */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Hand a new template in, for WhatsApp to approve
         * @description WhatsApp's rules are checked first. When WhatsApp gives no answer, it is looked whether the template is there; it is never handed in twice.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            responses: {
                /** @description The template as WhatsApp took it */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateView"];
                    };
                };
                /** @description template-not-valid: "flaws" says what WhatsApp would refuse */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description account-unknown, template-exists (there is one of this name and language), template-refused (WhatsApp does not take it; "error" says why, and "why" which limit is reached: too-many-now, account-full or name-blocked) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description whatsapp-unavailable: WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Delete a template in all its languages
         * @description The name of an approved one cannot be used again for 30 days.
         */
        delete: {
            parameters: {
                query?: {
                    name?: string;
                };
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description They are gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The name is missing */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is none of this name, or it is no number of ours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description template-refused: WhatsApp does not delete it */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description whatsapp-unavailable: WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template in one language */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                    templateId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The template */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateView"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is none of this number's account, or no number of ours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a template in one language */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                    templateId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is none of this number's account, or no number of ours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description template-refused: WhatsApp does not delete it */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description whatsapp-unavailable: WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Replace all parts of a template
         * @description Approved, rejected and paused ones can be changed. WhatsApp looks at it again.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                    templateId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            responses: {
                /** @description The template as WhatsApp took it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateView"];
                    };
                };
                /** @description template-not-valid: "flaws" says what WhatsApp would refuse */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is none of this number's account, or no number of ours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description template-fixed ("why" is not-now, has-more, category-fixed or name-fixed), template-refused (WhatsApp does not take it; "error" says why, and "why" which limit is reached: too-many-now, account-full or name-blocked) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description whatsapp-unavailable: WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/templates/examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring WhatsApp an example of a template's file
         * @description WhatsApp looks at it together with the template; customers never get it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            /** @description The file itself: a JPEG, a PNG, an MP4 or a PDF of at most 5 MB */
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description WhatsApp has it */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateExample"];
                    };
                };
                /** @description It is none of these, empty, or larger than 5 MB */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description account-unknown, or template-refused: WhatsApp does not take it */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description whatsapp-unavailable: WhatsApp gave no answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/templates/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the templates read from WhatsApp now
         * @description They are read by themselves every hour, and soon after WhatsApp says that one has changed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description They are read now; the answer says how it was before */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateSyncState"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description account-unknown: the settings do not name the number's account */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{phoneNumberId}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By which access token the number is called; never the token itself */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Where it comes from, and who gave it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberToken"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Give the number another access token
         * @description WhatsApp is asked first whether it is good for the number: if not, everything stays as it is. All replicas use it within seconds; what waits to be sent is sent by it.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GiveToken"];
                };
            };
            responses: {
                /** @description It is in use */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberToken"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description no-token-key: tokens cannot be kept here */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description token-refused, token-lacks-permissions, or unknown-to-whatsapp: it does not see this number */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer, or takes no more calls for a moment: nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Forget the token that was given here: the number is called by the one of the settings again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    phoneNumberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By which it is called now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NumberToken"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It is no number of this installation */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which numbers a WhatsApp Business account has
         * @description Asked by a token that is given, which proves it. Nothing is kept.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LookUpNumbers"];
                };
            };
            responses: {
                /** @description The numbers that the token may see */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountNumbers"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description token-refused, or unknown-to-whatsapp: there is no such account, or the token may not see it */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description WhatsApp gave no answer, or takes no more calls for a moment */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/reports/{reportId}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report as it came */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    reportId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The platform's JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Raw"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such report, or not any more */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/unrecognised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was not understood in the last 30 days, how often, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What there is */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnrecognisedCounts"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/unrecognised/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The parts of webhooks that were not understood for one reason, the newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    field?: string;
                    reason?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of parts, without what stands in them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageUnrecognisedView"];
                    };
                };
                /** @description invalid-cursor: the cursor is not one of ours */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/unrecognised/parts/{partId}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A part as it came */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    partId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The platform's JSON, or whatever else came */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Raw"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such part, or not any more */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole API as one OpenAPI document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody who has signed in
         * @description By name, on one page. Offer those who mayHold when a conversation is to be given to somebody. The one who asks is put into the directory by asking.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All operators; there is never a nextCursor */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOperatorView"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that have all of these words, newest first, and customers whose name or number has them; nextCursor, given as cursor, leads to older messages. Accents, apostrophes and capitals make no difference; the last word may be the beginning of one, of a number any part is found, and what stands in quotation marks is found as it stands. Ranges are places in the text beside them, counted in UTF-16. */
        get: {
            parameters: {
                query: {
                    /** @description only messages that are older than this time */
                    before?: string;
                    cursor?: string;
                    /** @description who wrote it */
                    from?: "customer" | "team";
                    /** @description only messages with a file */
                    has?: "media";
                    limit?: number;
                    /** @description only messages that came to this number of ours, or went out from it */
                    phoneNumberId?: string;
                    /** @description what is looked for, up to 200 characters and 12 words */
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Found"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is entered at Meta, so that WhatsApp sends its webhooks here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The callback URL and the verify token */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookCallback"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a problem type means */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain;charset=utf-8": string;
                    };
                };
                /** @description It was refused, or it failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What the platform says of a business number or of the account that it belongs to. Words of the platform stay as it wrote them, for it adds new ones. Kinds are added over time; a reader who does not know one sees Other. */
        AccountFact: {
            /**
             * Format: int32
             * @description the same as a number; missing when there is no limit, or no number in the word
             */
            customers?: number;
            /** @description in the platform's word: `TIER_2K`, a number, or `-1` for no limit */
            limit: string;
            /** @constant */
            type: "limit";
        } | {
            /** @description such as `ONBOARDING`, `THROUGHPUT_UPGRADE`, `FLAGGED` */
            event: string;
            /** @description how many customers may be written to first, when it is said here, in the platform's word */
            limit?: string;
            /** @constant */
            type: "number";
        } | {
            /** @description such as `APPROVED`, `REJECTED`, `PENDING` */
            decision: string;
            /** @description the name that was asked for */
            name?: string;
            /** @description why it was rejected */
            reason?: string;
            /** @constant */
            type: "name";
        } | {
            /** @description those that hold now; none when all of them were lifted */
            restrictions: components["schemas"]["Restriction"][];
            /** @constant */
            type: "restrictions";
        } | {
            /** @description what the platform asks for, in its words */
            remedy?: string;
            /** @constant */
            type: "violation";
            /** @description which, such as `SPAM` */
            violation: string;
        } | {
            /** @description when it begins, as `2027-04-17`; in the platform's words when these are no date */
            day?: string;
            /** @description such as `SCHEDULE_FOR_DISABLE`, `DISABLE`, `REINSTATE` */
            state: string;
            /** @constant */
            type: "ban";
        } | {
            /** @description such as `ACCOUNT_OFFBOARDED`, `ACCOUNT_RECONNECTED`, `PARTNER_REMOVED`, `ACCOUNT_DELETED` */
            event: string;
            /** @description who wanted it, in the platform's word */
            initiatedBy?: string;
            /** @description why, in the platform's word */
            reason?: string;
            /** @constant */
            type: "connection";
        } | {
            /** @description such as `APPROVED`, `REJECTED`, `PENDING`, `DEFERRED` */
            decision: string;
            /** @constant */
            type: "review";
        } | {
            /** @description what, in the platform's word */
            alert: string;
            /** @description in the platform's sentences */
            description?: string;
            /** @description such as `CRITICAL`, `WARNING`, `INFORMATIONAL` */
            severity?: string;
            /** @description such as `ACTIVE` */
            status?: string;
            /** @constant */
            type: "alert";
        } | {
            /** @description such as `PIN_CHANGED`, `PIN_RESET_REQUEST`, `PIN_REQUEST_SUCCESS` */
            event: string;
            /** @description who did it, as the platform names him */
            requester?: string;
            /** @constant */
            type: "security";
        } | {
            /** @description what changed of it: `status`, `quality`, `category`, `components` */
            aspect: string;
            /** @description what it was, in the platform's word */
            before?: string;
            /** @description why, in the platform's sentences */
            explanation?: string;
            /** @description such as `it` */
            language?: string;
            /** @description as it is called at the platform */
            name?: string;
            /** @description what it is now, in the platform's word */
            now?: string;
            /** @description why, in the platform's word */
            reason?: string;
            /** @description the platform's id of it */
            templateId?: string;
            /** @constant */
            type: "template";
        } | {
            /** @description such as `APPROVED`, `RESERVED`, `DELETED` */
            status: string;
            /** @constant */
            type: "username";
            /** @description without a leading @ */
            username?: string;
        } | {
            /** @description of which messages, such as `UTILITY` */
            category?: string;
            /** @description in which month it counts, as `2026-11` */
            month?: string;
            /** @description in which region */
            region?: string;
            /** @description from how many messages to how many, as `25001:50000` */
            tier: string;
            /** @constant */
            type: "volume-tier";
        } | {
            /** @description the platform's word for it */
            event?: string;
            /** @constant */
            type: "other";
        };
        AccountNumber: {
            displayNumber?: string;
            phoneNumberId: string;
            status?: string;
            verifiedName?: string;
        };
        AccountNumbers: {
            items: components["schemas"]["AccountNumber"][];
        };
        Actor: {
            id?: components["schemas"]["UUID"];
            /** @enum {string} */
            kind: "customer" | "operator" | "system" | "other";
            name?: string;
            speaker?: components["schemas"]["Speaker"];
        };
        AddNumber: {
            accountId: string;
            name?: string;
            phoneNumberId: string;
            token?: string;
        };
        /** @enum {string} */
        Approval: "approved" | "pending" | "rejected" | "paused" | "disabled" | "in-appeal" | "pending-deletion" | "archived" | "other";
        AskForSync: {
            /** @enum {string} */
            kind: "history" | "contacts";
        };
        Assignment: {
            /** @description Who is responsible; left out when nobody is */
            assignee?: components["schemas"]["Person"];
            conversationId: components["schemas"]["UUID"];
            /**
             * Format: int64
             * @description Rises by one with each change; a reply states the one under which it was written
             */
            epoch: number;
            /** @description Since when it is so */
            since: components["schemas"]["Instant"];
        };
        AssignmentRequest: {
            /** @description To whom to give the conversation; the one who asks, when left out */
            operatorId?: components["schemas"]["UUID"];
            /** @description Take it even when somebody else holds it. Giving it to another needs no such word */
            takeOver?: boolean;
        };
        /** @description A file as the platform told of it, into which nobody has looked; or one that an operator sends. */
        Attachment: {
            /** @description the platform's id of it, good for seven days; of what an operator sends, ours */
            mediaId: string;
            /** @description of what type the platform says it is */
            mimeType?: string;
            /** @description what its bytes are to hash to, as the platform wrote it: in base64 or in hex */
            sha256?: string;
            /** @description where the platform says that it can be had for a few minutes */
            url?: string;
        };
        AttachmentLimit: {
            /** @enum {string} */
            kind: "image" | "video" | "audio" | "document" | "sticker";
            /** Format: int64 */
            mostBytes: number;
            types: string[];
        };
        AttachmentLimits: {
            kinds: components["schemas"]["AttachmentLimit"][];
        };
        AudioContent: {
            attachmentId: components["schemas"]["UUID"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "audio";
        };
        BroughtFile: {
            id: components["schemas"]["UUID"];
            /** @enum {string} */
            kind: "image" | "video" | "audio" | "document" | "sticker";
            mimeType: string;
            name?: string;
            /** Format: int64 */
            size: number;
        };
        BusinessNumber: {
            catalogId?: string;
            connected: boolean;
            displayPhone: string;
            name: string;
            number: string;
            phoneNumberId: string;
        };
        BusinessProfile: {
            about?: string;
            address?: string;
            description?: string;
            email?: string;
            pictureUrl?: string;
            vertical?: string;
            websites?: string[];
        };
        /** @description Something to press. */
        Button: {
            /** @description what pressing it does */
            kind: components["schemas"]["ButtonKind"];
            /** @description what stands on it */
            text: string;
            /** @description the page that it opens, perhaps with a place to fill in at its end, the number that it calls, the platform's id of the form that it opens, or how else than by copying a code gets into an app: `ONE_TAP` or `ZERO_TAP` */
            value?: string;
        };
        /**
         * @description What pressing it does.
         *     `quick-reply`: The customer answers with its text.
         *     `flow`: Opens a form; what the customer fills in comes back as Content.Form.
         *     `catalogue`: Opens all of the business' catalogue.
         *     `products`: Opens products that whoever sends the template chooses from the catalogue.
         *     `product`: Opens the product above the text, or on its card.
         *     `voice-call`: Calls the business within WhatsApp.
         *     `contact-request`: Sends the customer's own contact card back.
         *     `call-permission`: Asks whether the business may call; what the customer says comes back as Content.CallPermission.
         *     `app`: Opens an app of the business on the customer's phone.
         *     `one-time-code`: Copies or fills in a code of an authentication template.
         * @enum {string}
         */
        ButtonKind: "quick-reply" | "url" | "phone-number" | "copy-code" | "flow" | "catalogue" | "products" | "product" | "voice-call" | "contact-request" | "call-permission" | "app" | "one-time-code" | "other";
        ButtonsContent: {
            buttons: string[];
            footer?: string;
            header?: string;
            text: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "buttons";
        };
        /** @description One card. Everything on it is optional, its name too. */
        Card: {
            /** @description street, city and country in one line each */
            addresses: components["schemas"]["Entry"][];
            /** @description as the platform wrote it, usually `YYYY-MM-DD` */
            birthday?: string;
            /** @description addresses of e-mail */
            emails: components["schemas"]["Entry"][];
            /** @description as it is to be shown */
            name?: string;
            /** @description company, department and title */
            organization?: string;
            /** @description numbers, as they were typed in */
            phones: components["schemas"]["Entry"][];
            /** @description pages: a reader opens only what begins with `http://` or `https://` */
            urls: components["schemas"]["Entry"][];
        };
        CardLineContent: {
            label?: string;
            value: string;
        };
        CarouselCard: {
            body?: string;
            buttons: components["schemas"]["Button"][];
            header?: components["schemas"]["Header"];
        };
        Catalogue: {
            id: string;
            name?: string;
        };
        CatalogueContent: {
            catalogId: string;
            footer?: string;
            text: string;
            thumbnail?: components["schemas"]["ShownProductContent"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "catalogue";
        };
        CatalogueList: {
            items: components["schemas"]["Catalogue"][];
        };
        CatalogueProduct: {
            available: boolean;
            name: string;
            price?: string;
            productId: string;
        };
        /**
         * @description What it is for, which decides what it costs and who may get it.
         * @enum {string}
         */
        Category: "marketing" | "utility" | "authentication" | "other";
        ChangeNumber: {
            accountId?: string;
            catalogId?: string;
            name?: string;
        };
        /** @enum {string} */
        ClashDecision: "same-person" | "stays" | "passes";
        Config: {
            build: string;
            formerNumbers: components["schemas"]["FormerNumber"][];
            keycloak: components["schemas"]["KeycloakView"];
            numbers: components["schemas"]["BusinessNumber"][];
            removedNumbers: string[];
            serverTime: components["schemas"]["Instant"];
            /** Format: uri */
            simulatorUrl?: string;
        };
        Connection: {
            canSend?: string;
            displayNumber?: string;
            messagingLimit?: string;
            nameStatus?: string;
            obstacles: components["schemas"]["Obstacle"][];
            onPhoneApp: boolean;
            quality?: string;
            status?: string;
            throughput?: string;
            verifiedName?: string;
        };
        /**
         * @description Whether a customer agreed to advertising. What he said last counts.
         *     `unknown`: He was never asked, or nobody wrote it down.
         * @enum {string}
         */
        Consent: "unknown" | "given" | "withdrawn";
        ConsentRequest: {
            evidence: string;
            given: boolean;
        };
        ContactBlock: {
            at: components["schemas"]["Instant"];
            by: components["schemas"]["Person"];
            error?: components["schemas"]["PlatformError"];
            pending: boolean;
            wanted: boolean;
        };
        ContactCardContent: {
            emails?: components["schemas"]["CardLineContent"][];
            name: string;
            organization?: string;
            phones?: components["schemas"]["CardLineContent"][];
            urls?: components["schemas"]["CardLineContent"][];
        };
        ContactClash: {
            at: components["schemas"]["Instant"];
            claimant: components["schemas"]["NamedContact"];
            display: string;
            holder: components["schemas"]["NamedContact"];
            id: components["schemas"]["UUID"];
            kind: components["schemas"]["ContactKeyKind"];
        };
        ContactClashDecision: {
            decision: components["schemas"]["ClashDecision"];
        };
        ContactConsent: {
            at: components["schemas"]["Instant"];
            by?: components["schemas"]["Person"];
            consent: components["schemas"]["Consent"];
            evidence?: string;
            id: components["schemas"]["UUID"];
            source: components["schemas"]["Source"];
        };
        ContactConversation: {
            block?: components["schemas"]["ContactBlock"];
            blocked: boolean;
            contactId: components["schemas"]["UUID"];
            id: components["schemas"]["UUID"];
            lastActivityAt: components["schemas"]["Instant"];
            phoneNumberId: string;
            status: components["schemas"]["Status"];
            windowExpiresAt?: components["schemas"]["Instant"];
            writesAs: string;
        };
        ContactEdit: {
            attributes?: {
                [key: string]: string;
            };
            language?: string;
            ownName?: string;
        };
        ContactImport: {
            dryRun: boolean;
            lines: components["schemas"]["ContactImportLine"][];
        };
        /** @enum {string} */
        ContactImportConsent: "given" | "withdrawn" | "withdrawal-stays";
        ContactImportLine: {
            consent?: components["schemas"]["ContactImportConsent"];
            name: string;
            /** Format: int32 */
            number: number;
            outcome: components["schemas"]["ContactImportOutcome"];
            reason?: components["schemas"]["ContactImportReason"];
        };
        /** @enum {string} */
        ContactImportOutcome: "created" | "changed" | "unchanged" | "refused";
        /** @enum {string} */
        ContactImportReason: "no-key" | "not-a-phone" | "not-a-bsuid" | "not-a-consent" | "too-long" | "two-contacts" | "twice";
        ContactItem: {
            /** Format: int32 */
            clashes: number;
            displayPhone?: string;
            group: boolean;
            id: components["schemas"]["UUID"];
            lastActivityAt?: components["schemas"]["Instant"];
            name: string;
            ownName?: string;
            profileName?: string;
            username?: string;
        };
        ContactKey: {
            contactId: components["schemas"]["UUID"];
            display: string;
            firstSeen: components["schemas"]["Instant"];
            kind: components["schemas"]["ContactKeyKind"];
            lastSeen: components["schemas"]["Instant"];
            supersededAt?: components["schemas"]["Instant"];
            value: string;
        };
        /** @enum {string} */
        ContactKeyKind: "bsuid" | "parent-bsuid" | "phone" | "group";
        ContactMerge: {
            at: components["schemas"]["Instant"];
            by?: components["schemas"]["Person"];
            contact: components["schemas"]["NamedContact"];
            id: components["schemas"]["UUID"];
            undoneAt?: components["schemas"]["Instant"];
            undoneBy?: components["schemas"]["Person"];
        };
        ContactMergeRequest: {
            into: components["schemas"]["UUID"];
        };
        ContactProfile: {
            attributes: {
                [key: string]: string;
            };
            clashes: components["schemas"]["ContactClash"][];
            consent: components["schemas"]["Consent"];
            consents: components["schemas"]["ContactConsent"][];
            conversations: components["schemas"]["ContactConversation"][];
            createdAt: components["schemas"]["Instant"];
            displayPhone?: string;
            group: boolean;
            id: components["schemas"]["UUID"];
            keys: components["schemas"]["ContactKey"][];
            language?: string;
            merges: components["schemas"]["ContactMerge"][];
            name: string;
            ownName?: string;
            phone?: string;
            phoneBookName?: string;
            profileName?: string;
            username?: string;
        };
        ContactsContent: {
            cards: components["schemas"]["ContactCardContent"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contacts";
        };
        /** @description What a message says. Every kind has its words in `text`, for lists, for searching, and for a reader who does not know the kind. Kinds are added over time; such a reader sees Unsupported. */
        Content: {
            /** @description what was written; never holds U+0000 or a lone surrogate */
            text: string;
            /** @constant */
            type: "text";
        } | {
            /** @description as the platform wrote it */
            address?: string;
            /**
             * Format: double
             * @description degrees, north of the equator
             */
            latitude: number;
            /**
             * Format: double
             * @description degrees, east of Greenwich
             */
            longitude: number;
            /** @description what is there; neither name nor address means where the customer was */
            name?: string;
            /** @description name and address */
            text?: string;
            /** @constant */
            type: "location";
            /** @description a page about the place, as the platform sent it */
            url?: string;
        } | {
            /** @description at least one */
            cards: components["schemas"]["Card"][];
            /** @description whether we had asked the customer for it */
            requested: boolean;
            /** @description the names on them */
            text?: string;
            /** @constant */
            type: "contacts";
        } | {
            /** @description the platform's id of the catalogue */
            catalogId?: string;
            /** @description what was ordered */
            lines: components["schemas"]["Line"][];
            /** @description what the customer wrote with it */
            text?: string;
            /** @constant */
            type: "order";
        } | {
            /** @description what stands below, in a list */
            description?: string;
            /** @description what was pressed */
            of: components["schemas"]["Of"];
            /** @description the name that the business had given to it; the customer does not see it */
            payload?: string;
            /** @description what stands on it */
            text: string;
            /** @constant */
            type: "choice";
        } | {
            /** @description what was filled in, without the platform's own tokens; those of groups inside by a path with dots */
            fields: components["schemas"]["Field"][];
            /** @description the platform's name of the kind of form: `flow` or `address_message` */
            name?: string;
            /** @description what the platform says in its place, such as `Sent` */
            text?: string;
            /** @constant */
            type: "form";
        } | {
            /** @description whether it may */
            accepted: boolean;
            /** @description whether it may until the customer says no */
            permanent: boolean;
            /** @constant */
            type: "call-permission";
            /**
             * Format: date-time
             * @description until when it may; null when it may not, or always
             */
            until?: string;
        } | {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @description the words below it */
            text?: string;
            /** @constant */
            type: "image";
        } | {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @description the words below it */
            text: string;
            /** @constant */
            type: "video";
        } | {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @constant */
            type: "audio";
        } | {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @constant */
            type: "voice";
        } | {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @description the words below it */
            caption: string;
            /** @description as the customer's phone called it: nobody has looked whether it deceives */
            name: string;
            /** @description its name and the words below it */
            text: string;
            /** @constant */
            type: "document";
        } | {
            /** @description whether it moves */
            animated: boolean;
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @constant */
            type: "sticker";
        } | {
            /** @constant */
            type: "call";
        } | {
            /** @description in the order in which they are shown */
            buttons: components["schemas"]["Button"][];
            /** @description of a carousel, below the words; null when it has none */
            cards?: components["schemas"]["SentCard"][];
            /** @description what it is for */
            category: components["schemas"]["Category"];
            /** @description the picture, the video or the document above; null when there is none */
            fileAbove?: components["schemas"]["FileAbove"];
            /** @description the small line below */
            footer?: string;
            /** @description the line above; null when there is none, or a file */
            header?: string;
            /** @description the platform's code */
            language: string;
            /** @description of the template */
            name: string;
            /** @description that ends at some time; null when it has none */
            offer?: components["schemas"]["SentOffer"];
            /** @description what was filled in, in the template's order */
            parameters: components["schemas"]["Filled"][];
            /** @description the place above; null when there is none */
            placeAbove?: components["schemas"]["PlaceAbove"];
            /** @description of the catalogue that stand above its words, on its cards, or are opened by a button of it; null for none */
            products?: components["schemas"]["OpenedProducts"];
            /** @description its words */
            text: string;
            /** @constant */
            type: "template";
        } | {
            /** @description one to three */
            buttons: components["schemas"]["ReplyButton"][];
            /** @description the small line below */
            footer?: string;
            /** @description the line above; null when there is none */
            header?: string;
            /** @description the question */
            text: string;
            /** @constant */
            type: "buttons";
        } | {
            /** @description what stands on the button that opens the list */
            button: string;
            /** @description the small line below */
            footer?: string;
            /** @description the line above; null when there is none */
            header?: string;
            /** @description one to ten, with ten rows in all */
            sections: components["schemas"]["OptionSection"][];
            /** @description the question */
            text: string;
            /** @constant */
            type: "options";
        } | {
            /** @description what stands on the button */
            button: string;
            /** @description the small line below */
            footer?: string;
            /** @description the line above; null when there is none */
            header?: string;
            /** @description the words */
            text: string;
            /** @constant */
            type: "link";
            /** @description the page */
            url: string;
        } | {
            /** @description the question */
            text: string;
            /** @constant */
            type: "location-request";
        } | {
            /** @description the platform's id of the catalogue */
            catalogId: string;
            /** @description the small line below */
            footer?: string;
            /** @description the product */
            product: components["schemas"]["ShownProduct"];
            /** @description its name and the words with it */
            text: string;
            /** @constant */
            type: "product";
            /** @description what stands with it; null when nothing does */
            words?: string;
        } | {
            /** @description the platform's id of the catalogue */
            catalogId: string;
            /** @description the small line below */
            footer?: string;
            /** @description the line above */
            header: string;
            /** @description one to ten, with thirty products in all */
            sections: components["schemas"]["ProductSection"][];
            /** @description the words with them */
            text: string;
            /** @constant */
            type: "products";
        } | {
            /** @description the platform's id of the catalogue */
            catalogId: string;
            /** @description the small line below */
            footer?: string;
            /** @description the words with it */
            text: string;
            /** @description whose picture stands above; null for that of the first product */
            thumbnail?: components["schemas"]["ShownProduct"];
            /** @constant */
            type: "catalogue";
        } | {
            /** @constant */
            type: "revoked";
        } | {
            /** @description what the platform calls it more closely, such as `poll_creation` */
            detail?: string;
            /** @description why the platform does not tell what it says */
            error?: components["schemas"]["PlatformError"];
            /** @description the platform's name of the kind, such as `image` */
            platformType: string;
            /** @description a caption or other words that came with it */
            text?: string;
            /** @constant */
            type: "unsupported";
        };
        Conversation: {
            assignee?: components["schemas"]["Person"];
            blocked: boolean;
            contact: components["schemas"]["Customer"];
            createdAt: components["schemas"]["Instant"];
            /** Format: int64 */
            epoch: number;
            failed: boolean;
            handledBy?: components["schemas"]["Speaker"];
            id: components["schemas"]["UUID"];
            lastActivityAt: components["schemas"]["Instant"];
            /** Format: int64 */
            lastSequence: number;
            phoneNumberId: string;
            preview?: components["schemas"]["Preview"];
            status: components["schemas"]["Status"];
            teamId?: components["schemas"]["UUID"];
            /** Format: int32 */
            unread: number;
            /** Format: int64 */
            version: number;
            waitingSince?: components["schemas"]["Instant"];
            windowExpiresAt?: components["schemas"]["Instant"];
        };
        Counts: {
            /** Format: int64 */
            all: number;
            /** Format: int64 */
            failed: number;
            /** Format: int64 */
            mine: number;
            /** Format: int64 */
            resolved: number;
            /** Format: int64 */
            unassigned: number;
        };
        Customer: {
            displayPhone?: string;
            group: boolean;
            id: components["schemas"]["UUID"];
            initials: string;
            name: string;
            phone?: string;
            username?: string;
        };
        DocumentContent: {
            attachmentId: components["schemas"]["UUID"];
            caption?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "document";
        };
        Draft: {
            body?: string;
            buttons: components["schemas"]["DraftButton"][];
            cards: components["schemas"]["DraftCard"][];
            category?: components["schemas"]["Category"];
            code?: components["schemas"]["DraftCode"];
            examples: components["schemas"]["DraftExample"][];
            footer?: string;
            header?: components["schemas"]["DraftHeader"];
            language?: string;
            name?: string;
            offer?: components["schemas"]["DraftOffer"];
        };
        DraftButton: {
            example?: string;
            kind?: components["schemas"]["ButtonKind"];
            text?: string;
            value?: string;
        };
        DraftCard: {
            body?: string;
            buttons: components["schemas"]["DraftButton"][];
            examples: components["schemas"]["DraftExample"][];
            format?: components["schemas"]["HeaderFormat"];
            handle?: string;
        };
        DraftCode: {
            advice: boolean;
            /** Format: int32 */
            minutes?: number;
        };
        DraftExample: {
            name?: string;
            value?: string;
        };
        DraftHeader: {
            example?: string;
            format?: components["schemas"]["HeaderFormat"];
            handle?: string;
            text?: string;
        };
        DraftOffer: {
            ends: boolean;
            text?: string;
        };
        /** @description What a message said before it was edited. */
        EarlierVersion: {
            /** @description what it said */
            content: components["schemas"]["Content"];
            /**
             * Format: date-time
             * @description when that was replaced, by the platform's clock
             */
            until: string;
        };
        EditNote: {
            /**
             * Format: int64
             * @description The epoch that the browser knows. The note is told to those who see the conversation then
             */
            epoch?: number;
            text: string;
        };
        /** @description A line of a card. */
        Entry: {
            /** @description of what kind it is, such as `WORK`, in the platform's word or the customer's own */
            label?: string;
            /** @description as it stands on the card: nobody has checked it */
            value: string;
        };
        Excerpt: {
            begun: boolean;
            goesOn: boolean;
            ranges: components["schemas"]["Range"][];
            text: string;
        };
        /** @description What was filled in in one place. */
        Field: {
            /** @description the form's own name of the field */
            name: string;
            /** @description what was filled in; several values are joined by commas */
            value: string;
        };
        /** @description What stands above its words. */
        FileAbove: {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @description what it is */
            format: components["schemas"]["HeaderFormat"];
            /** @description under which a document is saved */
            name: string;
        };
        /** @description What was filled in at one place. */
        Filled: {
            /** @description which place it is */
            parameter: components["schemas"]["Parameter"];
            /** @description what was filled in */
            value: string;
        };
        FilledIn: {
            /** Format: int32 */
            button?: number;
            /** Format: int32 */
            card?: number;
            name: string;
            place: components["schemas"]["Place"];
            value: string;
        };
        FormerNumber: {
            displayPhone?: string;
            name?: string;
            phoneNumberId: string;
        };
        Found: {
            customers: components["schemas"]["FoundCustomer"][];
            items: components["schemas"]["FoundMessage"][];
            nextCursor?: string;
        };
        FoundConversation: {
            displayPhone?: string;
            id: components["schemas"]["UUID"];
            name: string;
            phoneNumberId: string;
            status: components["schemas"]["Status"];
        };
        FoundCustomer: {
            conversation: components["schemas"]["FoundConversation"];
            lastActivityAt: components["schemas"]["Instant"];
            nameRanges: components["schemas"]["Range"][];
            phoneRanges: components["schemas"]["Range"][];
        };
        FoundMessage: {
            at: components["schemas"]["Instant"];
            author: components["schemas"]["MessageAuthor"];
            conversation: components["schemas"]["FoundConversation"];
            /** @enum {string} */
            direction: "inbound" | "outbound";
            excerpt: components["schemas"]["Excerpt"];
            id: components["schemas"]["UUID"];
            kind: string;
            /** Format: int64 */
            sequence: number;
        };
        FreeEntry: {
            freeUntil?: components["schemas"]["Instant"];
            offeredUntil?: components["schemas"]["Instant"];
            since?: components["schemas"]["Instant"];
            told: boolean;
        };
        GiveToken: {
            token: string;
        };
        Header: {
            format: components["schemas"]["HeaderFormat"];
            text?: string;
        };
        /**
         * @description What a header can be.
         *     `product`: A product of the business' catalogue, which whoever sends the template chooses.
         * @enum {string}
         */
        HeaderFormat: "text" | "image" | "video" | "document" | "location" | "product" | "other";
        /** @enum {string} */
        HealthLevel: "ok" | "warning" | "stopped";
        /** @description That a message that is to be sent waits, and for longer than anybody expects. */
        Held: {
            /** @description what it waits for */
            reason: components["schemas"]["HeldReason"];
            /**
             * Format: date-time
             * @description about when it goes out; null when nobody knows
             */
            until?: string;
        };
        /**
         * @description Why a message that is to be sent waits.
         *     `token`: The number's access token is refused by WhatsApp, and has to be replaced.
         *     `pair`: So much was sent to this customer in a short time that WhatsApp asks for a pause.
         *     `throughput`: The number has more to send than it may at once.
         *     `pause`: WhatsApp could not be reached, or asked for a pause.
         * @enum {string}
         */
        HeldReason: "token" | "pair" | "throughput" | "pause";
        HistoryItem: {
            actor: components["schemas"]["Actor"];
            at: components["schemas"]["Instant"];
            id: components["schemas"]["UUID"];
            /** @enum {string} */
            kind: "customer-wrote" | "customer-edited" | "customer-revoked" | "customer-edited-untold" | "customer-pinned" | "customer-voted" | "customer-changed-number" | "customer-changed-identity" | "customer-changed-device" | "customer-other" | "group-created" | "group-deleted" | "group-renamed" | "group-joined" | "group-left" | "group-suspended" | "group-restored" | "group-other" | "started" | "taken" | "assigned" | "released" | "taken-over" | "replied" | "replied-anyway" | "note-added" | "note-edited" | "note-deleted" | "resolved" | "reopened" | "replied-elsewhere" | "edited-elsewhere" | "revoked-elsewhere" | "handed-over-to-us" | "handed-over-to-another" | "delivery-failed" | "delivery-unknown" | "answer-settled-arrived" | "answer-sent-again" | "key-moved" | "blocked" | "unblocked" | "block-failed" | "consent-given" | "consent-withdrawn";
            messageId?: components["schemas"]["UUID"];
            noteId?: components["schemas"]["UUID"];
            target?: components["schemas"]["Person"];
            words?: string;
        };
        ImageContent: {
            attachmentId: components["schemas"]["UUID"];
            caption?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "image";
        };
        InboxCounts: {
            /** Format: int64 */
            all: number;
            /** Format: int64 */
            failed: number;
            /** Format: int64 */
            mine: number;
            /** Format: int64 */
            resolved: number;
            /** Format: int64 */
            unassigned: number;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        KeycloakView: {
            clientId: string;
            realm: string;
            /** Format: uri */
            url: string;
        };
        /** @description One product of an order. */
        Line: {
            /** @description of the price, by ISO 4217 */
            currency?: string;
            /** @description of one, as the customer saw it */
            price?: number;
            /** @description the business' own id of the product */
            productId: string;
            /**
             * Format: int32
             * @description how many of it
             */
            quantity: number;
        };
        LinkContent: {
            button: string;
            footer?: string;
            header?: string;
            text: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "link";
            url: string;
        };
        LiveCounts: {
            counts: components["schemas"]["InboxCounts"];
            /** @enum {string} */
            type: "counts";
        };
        LiveEvent: {
            at: number[];
            event: components["schemas"]["LiveFact"];
            /** @enum {string} */
            type: "event";
        };
        LiveFact: {
            data: unknown;
            id: components["schemas"]["UUID"];
            type: string;
        };
        LiveGone: {
            at: number[];
            conversationId: components["schemas"]["UUID"];
            /** @enum {string} */
            type: "gone";
        };
        LiveHeartbeat: {
            at?: components["schemas"]["LivePlace"];
            serverTime: components["schemas"]["Instant"];
            /** @enum {string} */
            type: "heartbeat";
        };
        LiveHello: {
            at: components["schemas"]["LivePlace"];
            build: string;
            /** Format: int32 */
            protocol: number;
            serverTime: components["schemas"]["Instant"];
            /** @enum {string} */
            type: "hello";
        };
        LivePlace: {
            next: number[];
            streams: string;
        };
        LiveResync: {
            at: components["schemas"]["LivePlace"];
            /** @enum {string} */
            type: "resync";
        };
        LocationContent: {
            address?: string;
            /** Format: double */
            latitude: number;
            /** Format: double */
            longitude: number;
            name?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "location";
        };
        LocationRequestContent: {
            text: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "location-request";
        };
        LookUpNumbers: {
            accountId: string;
            token?: string;
        };
        /**
         * @description Why a file cannot be had.
         *     `expired`: The platform does not have it any more, or never gave it.
         *     `too-large`: It is larger than WhatsApp allows.
         *     `damaged`: Its bytes are not those that the platform told of.
         *     `strange-address`: The platform named an address that is not its own.
         *     `other`: For another reason.
         * @enum {string}
         */
        Loss: "expired" | "too-large" | "damaged" | "strange-address" | "other";
        Me: {
            email?: string;
            id: components["schemas"]["UUID"];
            name: string;
            permissions: components["schemas"]["Permission"][];
            roles: string[];
            username?: string;
        };
        /** @description What is known of the file of a message. While it is fetched, nothing but that. */
        Media: {
            /**
             * Format: int32
             * @description of a picture as it is shown, in pixels
             */
            height?: number;
            /** @description why it cannot be had */
            loss?: components["schemas"]["Loss"];
            /** @description of what type it is, by its own bytes: not always what the platform said */
            mimeType?: string;
            /** @description under which it is saved: one line, no folder, its true ending in sight */
            name?: string;
            /**
             * Format: double
             * @description how long it plays
             */
            seconds?: number;
            /**
             * Format: int64
             * @description in bytes
             */
            size?: number;
            /** @description whether it can be had */
            state: components["schemas"]["State"];
            /** @description whether there is a small form of it */
            thumbnail: boolean;
            /** @description how loud it is from the beginning to the end, each from 0 to 100 */
            waveform?: number[];
            /**
             * Format: int32
             * @description of a picture as it is shown, in pixels
             */
            width?: number;
        };
        MediaTicketView: {
            expiresAt: components["schemas"]["Instant"];
            ticket: string;
        };
        MessageAuthor: {
            contactId?: components["schemas"]["UUID"];
            id?: components["schemas"]["UUID"];
            /** @enum {string} */
            kind: "customer" | "operator" | "other";
            name?: string;
            speaker?: components["schemas"]["Speaker"];
        };
        /** @description What a message refers to. */
        MessageContext: {
            /** @description the platform's id of the message that it answers; the platform may name one that is older than this inbox */
            answers?: string;
            /** @description whether it was passed on from another chat */
            forwarded: boolean;
            /** @description whether it was passed on more than five times */
            forwardedOften: boolean;
            /** @description the product from whose page the customer asks */
            product?: components["schemas"]["Product"];
            /** @description the ad or the post that the customer came from */
            referral?: components["schemas"]["Referral"];
            /** @description what was said with another application before, as a machine sums it up */
            summary?: string;
        };
        /**
         * @description How far a message has come. Ticks never go backwards.
         *     `received`: A customer's message; it has no further states.
         *     `queued`: Accepted from the operator, not yet sent.
         *     `unknown`: The call to the platform ended without a usable answer: it may or may not have been sent.
         *     `accepted`: The platform took it over.
         *     `sent`: On its way to the customer.
         *     `failed`: Refused, or not deliverable. Proof of delivery wins over it: other devices of the recipient may report a failure.
         *     `delivered`: On the customer's device.
         *     `read`: The customer opened the conversation.
         *     `played`: The customer played the voice message.
         * @enum {string}
         */
        MessageStatus: "received" | "queued" | "unknown" | "accepted" | "sent" | "failed" | "delivered" | "read" | "played";
        NamedContact: {
            id: components["schemas"]["UUID"];
            name: string;
        };
        Note: {
            at: components["schemas"]["Instant"];
            author: components["schemas"]["Person"];
            conversationId: components["schemas"]["UUID"];
            /** @description When its text was last changed; left out when it never was */
            editedAt?: components["schemas"]["Instant"];
            id: components["schemas"]["UUID"];
            text: string;
        };
        NumberDetails: {
            facts: components["schemas"]["NumberFact"][];
            health: components["schemas"]["NumberHealth"];
        };
        NumberFact: {
            at: components["schemas"]["Instant"];
            fact: components["schemas"]["AccountFact"];
            ofAccount: boolean;
        };
        NumberHealth: {
            accountId?: string;
            catalogId?: string;
            connected: boolean;
            displayPhone: string;
            level: components["schemas"]["HealthLevel"];
            limitations: components["schemas"]["NumberLimitation"][];
            name: string;
            number: string;
            ofSettings: boolean;
            phoneNumberId: string;
        };
        NumberLimitation: {
            day?: string;
            kind: components["schemas"]["NumberLimitationKind"];
            remedy?: string;
            until?: components["schemas"]["Instant"];
            word?: string;
        };
        /** @enum {string} */
        NumberLimitationKind: "token-refused" | "token-shut" | "banned" | "disconnected" | "no-customer-initiated" | "ban-announced" | "token-expires" | "no-business-initiated" | "no-utility-templates" | "no-new-numbers" | "no-calls" | "flagged" | "review-rejected" | "other";
        NumberList: {
            items: components["schemas"]["NumberHealth"][];
        };
        NumberReport: {
            accountId?: string;
            at: components["schemas"]["Instant"];
            fact: components["schemas"]["AccountFact"];
            field: string;
            id: components["schemas"]["UUID"];
            number?: string;
            phoneNumberId?: string;
        };
        NumberSetup: {
            accountId?: string;
            catalogId?: string;
            connected: boolean;
            displayPhone: string;
            heardAt?: components["schemas"]["Instant"];
            name: string;
            number: string;
            ofSettings: boolean;
            phoneNumberId: string;
            registeredAt?: components["schemas"]["Instant"];
            subscribedAt?: components["schemas"]["Instant"];
            test?: components["schemas"]["TestMessage"];
        };
        NumberSync: {
            askedAt?: components["schemas"]["Instant"];
            askedBy?: string;
            contacts?: components["schemas"]["NumberSyncOfContacts"];
            error?: components["schemas"]["PlatformError"];
            heardAt?: components["schemas"]["Instant"];
            mayAsk: boolean;
            /** Format: int64 */
            messages: number;
            /** Format: int32 */
            progress: number;
            state: components["schemas"]["NumberSyncState"];
        };
        NumberSyncOfContacts: {
            askedAt: components["schemas"]["Instant"];
            askedBy: string;
            error?: components["schemas"]["PlatformError"];
        };
        /** @enum {string} */
        NumberSyncState: "none" | "asked" | "running" | "complete" | "silent" | "declined" | "refused";
        NumberToken: {
            canBeReplaced: boolean;
            expiresAt?: components["schemas"]["Instant"];
            replacedAt?: components["schemas"]["Instant"];
            replacedBy?: string;
            source: components["schemas"]["NumberTokenSource"];
        };
        /** @enum {string} */
        NumberTokenSource: "given" | "settings";
        Obstacle: {
            /** Format: int32 */
            code: number;
            description?: string;
            entity?: string;
            solution?: string;
        };
        /**
         * @description Where a choice was made.
         *     `template`: A quick-reply button of a template.
         *     `button`: A button of an ordinary message.
         *     `list`: A row of a list.
         * @enum {string}
         */
        Of: "template" | "button" | "list";
        Offer: {
            ends: boolean;
            text: string;
        };
        OfferedParameter: {
            /** Format: int32 */
            button?: number;
            /** Format: int32 */
            card?: number;
            example?: string;
            kind: components["schemas"]["ParameterKind"];
            name: string;
            place: components["schemas"]["Place"];
            proposal?: components["schemas"]["ProposedValue"];
        };
        /** @description What a button opens of the catalogue, as we showed it. */
        OpenedProducts: {
            /** @description the platform's id of the catalogue */
            catalogId: string;
            /** @description one to ten, with thirty products in all; a single product when it stands above the words; those of the cards in one section, in their order; none when it opens all of the catalogue */
            sections: components["schemas"]["ProductSection"][];
            /** @description whose picture stands above the words; null for that of the first product */
            thumbnail?: components["schemas"]["ShownProduct"];
        };
        Operator: {
            id: components["schemas"]["UUID"];
            /** @description Whether a conversation can be given to this person, as far as was heard. It is checked when it is given */
            mayHold: boolean;
            name: string;
        };
        /** @description An answer that is chosen. */
        OptionRow: {
            /** @description the small line below */
            description?: string;
            /** @description what the answer brings back as its payload; the customer does not see it */
            id: string;
            /** @description what is chosen */
            title: string;
        };
        OptionRowContent: {
            description?: string;
            title: string;
        };
        OptionsContent: {
            button: string;
            footer?: string;
            header?: string;
            sections: components["schemas"]["OptionSectionContent"][];
            text: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "options";
        };
        /** @description A part of the list. */
        OptionSection: {
            /** @description at least one */
            rows: components["schemas"]["OptionRow"][];
            /** @description above its rows; null only when it is the only section */
            title?: string;
        };
        OptionSectionContent: {
            rows: components["schemas"]["OptionRowContent"][];
            title?: string;
        };
        /**
         * @description What a person may decide.
         *     `arrived`: The customer has it: it counts as accepted.
         *     `send-again`: It is sent once more, as a new message. The customer may get it twice.
         * @enum {string}
         */
        Outcome: "arrived" | "send-again";
        PageContactItem: {
            items: components["schemas"]["ContactItem"][];
            nextCursor?: string;
            previousCursor?: string;
        };
        PageConversationView: {
            items: components["schemas"]["Conversation"][];
            nextCursor?: string;
            previousCursor?: string;
        };
        PageHistoryItem: {
            items: components["schemas"]["HistoryItem"][];
            nextCursor?: string;
            previousCursor?: string;
        };
        PageNoteView: {
            items: components["schemas"]["Note"][];
            nextCursor?: string;
            previousCursor?: string;
        };
        PageOperatorView: {
            items: components["schemas"]["Operator"][];
            nextCursor?: string;
            previousCursor?: string;
        };
        PageReportView: {
            items: components["schemas"]["NumberReport"][];
            nextCursor?: string;
            previousCursor?: string;
        };
        PageTimelineItem: {
            items: components["schemas"]["TimelineItem"][];
            nextCursor?: string;
            previousCursor?: string;
        };
        PageUnrecognisedView: {
            items: components["schemas"]["UnrecognisedPart"][];
            nextCursor?: string;
            previousCursor?: string;
        };
        /** @description Something that whoever sends the template fills in. */
        Parameter: {
            /**
             * Format: int32
             * @description in whose address or code it stands, counted from 0; null elsewhere
             */
            button?: number;
            /**
             * Format: int32
             * @description of a carousel, counted from 0; null outside of cards
             */
            card?: number;
            /** @description what its author gave as an example */
            example?: string;
            /** @description what is to be filled in */
            kind: components["schemas"]["ParameterKind"];
            /** @description as it stands between the braces: a word, or a number from 1; of a header's file, `file` */
            name: string;
            /** @description in which part it stands */
            place: components["schemas"]["Place"];
        };
        /**
         * @description What is to be filled in.
         *     `code`: A code of at most 15 characters.
         * @enum {string}
         */
        ParameterKind: "text" | "image" | "video" | "document" | "location" | "code";
        /** @enum {string} */
        Permission: "conversation.see.own" | "conversation.see.all" | "conversation.reply" | "conversation.start" | "conversation.take" | "conversation.take-over" | "conversation.assign" | "conversation.resolve" | "note.read" | "note.write" | "contact.see" | "contact.edit" | "contact.merge" | "contact.block" | "contact.transfer" | "number.see" | "number.sync" | "number.manage" | "template.see" | "template.manage" | "number.see-raw" | "message.see-raw" | "team.manage" | "operations.replay";
        /** @description An operator, as named at the time of the event. */
        Person: {
            /**
             * Format: uuid
             * @description the Keycloak subject
             */
            id: string;
            /** @description the full name that colleagues see */
            name: string;
        };
        /**
         * @description A part of a template.
         * @enum {string}
         */
        Place: "header" | "body" | "button";
        /** @description A place above its words. */
        PlaceAbove: {
            /** @description where that is, as people say it */
            address?: string;
            /**
             * Format: double
             * @description degrees, north of the equator
             */
            latitude: number;
            /**
             * Format: double
             * @description degrees, east of Greenwich
             */
            longitude: number;
            /** @description what is there */
            name?: string;
        };
        /** @description Why the platform refused or failed a message. */
        PlatformError: {
            /**
             * Format: int32
             * @description the platform's error code, such as 131047; 0 when there was none
             */
            code: number;
            /** @description the longer explanation */
            detail?: string;
            /** @description the platform's short words for it */
            title?: string;
        };
        Preview: {
            at: components["schemas"]["Instant"];
            author: components["schemas"]["PreviewAuthor"];
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** @enum {string} */
            kind: "text" | "location" | "contacts" | "order" | "choice" | "form" | "call-permission" | "image" | "video" | "audio" | "voice" | "document" | "sticker" | "call" | "template" | "buttons" | "options" | "link" | "location-request" | "product" | "products" | "catalogue" | "revoked" | "unsupported";
            messageId: components["schemas"]["UUID"];
            platformType?: string;
            /** Format: int64 */
            sequence: number;
            status: components["schemas"]["MessageStatus"];
            text?: string;
        };
        PreviewAuthor: {
            id?: components["schemas"]["UUID"];
            /** @enum {string} */
            kind: "customer" | "operator" | "other";
            name?: string;
            speaker?: components["schemas"]["Speaker"];
        };
        Pricing: {
            billable?: boolean;
            category?: string;
            freeUntil?: components["schemas"]["Instant"];
            model?: string;
            type?: string;
        };
        /** @description A refusal or a failure that programs and people can act on (RFC 9457). */
        Problem: {
            /** @description where a template stands that cannot be sent */
            approval?: string;
            /**
             * Format: int32
             * @description the platform's code, when it refuses what is asked of a number
             */
            code?: number;
            /**
             * Format: uuid
             * @description the conversation that there is already
             */
            conversationId?: string;
            /** @description what is so in this case, and what to do about it */
            detail?: string;
            /**
             * Format: int64
             * @description the newest change of the holder that is known
             */
            epoch?: number;
            /** @description what the platform says of a template that it refuses */
            error?: {
                /** Format: int32 */
                code: number;
                detail?: string;
                title: string;
            };
            /** @description what is wrong with a template, rule by rule */
            flaws?: {
                detail: string;
                /** Format: int32 */
                limit?: number;
                path: string;
                rule: string;
            }[];
            /** @description who is responsible for the conversation */
            holder?: components["schemas"]["Person"];
            /**
             * @description of which kind the file is that is too large
             * @enum {string}
             */
            kind?: "image" | "video" | "audio" | "document" | "sticker";
            /**
             * Format: int64
             * @description how many bytes are too many
             */
            limit?: number;
            /** @description the colleague whom it is about */
            operator?: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description the colleague, of whom nothing is known
             */
            operatorId?: string;
            /** @description what is missing */
            permission?: string;
            /** @description the reason in kebab case, to be matched and translated */
            reasonKey: string;
            /** @description under which the failure stands in the log */
            reference?: string;
            /**
             * Format: int32
             * @description the HTTP status
             */
            status: number;
            /** @description the reason in words, the same for all refusals of this kind */
            title: string;
            /** @description the page that explains it, such as `/problems/window-closed` */
            type: string;
            /** @description the fields that are wrong */
            violations?: {
                /**
                 * @description the rule that is broken, to be matched and translated
                 * @enum {string}
                 */
                code: "missing" | "empty" | "too-long" | "too-short" | "too-many" | "too-few" | "too-small" | "too-large" | "malformed" | "unknown" | "twice" | "no-text" | "broken-line" | "picture-missing" | "video-missing" | "document-missing" | "not-taken" | "differs" | "over" | "count" | "invalid";
                field: string;
                /** @description what the rule allows, where that is a number */
                limit?: number;
                /** @description the same in English, to be read behind the field's name */
                message: string;
            }[];
            /** @description why a template cannot be changed so, or so far, in kebab case */
            why?: string;
        };
        /** @description A product of the business' catalogue. */
        Product: {
            /** @description the platform's id of the catalogue */
            catalogId?: string;
            /** @description the business' own id of the product */
            productId?: string;
        };
        ProductContent: {
            catalogId: string;
            footer?: string;
            product: components["schemas"]["ShownProductContent"];
            text?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "product";
        };
        ProductList: {
            catalogId: string;
            items: components["schemas"]["CatalogueProduct"][];
            nextCursor?: string;
        };
        ProductsContent: {
            catalogId: string;
            footer?: string;
            header: string;
            sections: components["schemas"]["ProductSectionContent"][];
            text: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "products";
        };
        /** @description Some of the products. */
        ProductSection: {
            /** @description at least one */
            products: components["schemas"]["ShownProduct"][];
            /** @description above them; null only when it is the only section */
            title?: string;
        };
        ProductSectionContent: {
            products: components["schemas"]["ShownProductContent"][];
            title?: string;
        };
        /** @enum {string} */
        ProposalSource: "customer" | "operator" | "attribute" | "message";
        ProposedValue: {
            source: components["schemas"]["ProposalSource"];
            value: string;
        };
        QrCode: {
            code: string;
            link: string;
            message: string;
        };
        QrCodeList: {
            items: components["schemas"]["QrCode"][];
        };
        /** @description A message that another one answers, as it was when that was told. */
        Quoted: {
            /** @description the operator who wrote it; null when somebody else did */
            author?: components["schemas"]["Person"];
            /** @description what it says */
            content: components["schemas"]["Content"];
            /**
             * Format: uuid
             * @description our id of it
             */
            messageId: string;
            /** @description who of a group wrote it; null when it was not one of them */
            sender?: components["schemas"]["Sender"];
            /** @description who else wrote it for the business; null when an operator did, or the customer */
            speaker?: components["schemas"]["Speaker"];
        };
        Range: {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
        };
        Raw: {
            raw: string;
        };
        RawMessage: {
            raw: string;
        };
        /** @description An emoji that stands on a message. */
        Reaction: {
            /**
             * Format: date-time
             * @description when, by the platform's clock
             */
            at: string;
            /** @description the operator who set it; null when it is a customer's */
            by?: components["schemas"]["Person"];
            /** @description as it was chosen, its skin tone included */
            emoji: string;
            /** @description why it failed, if it did */
            error?: components["schemas"]["PlatformError"];
            /** @description who of a group set it; null in a conversation with one customer */
            sender?: components["schemas"]["Sender"];
            /** @description how far one that an operator set has come: queued, accepted or failed; null for a customer's */
            status?: components["schemas"]["MessageStatus"];
        };
        ReactionRequest: {
            emoji?: string;
            /** Format: int64 */
            epoch: number;
            id: components["schemas"]["UUID"];
        };
        ReactionView: {
            messageId: components["schemas"]["UUID"];
            reactions: components["schemas"]["Reaction"][];
        };
        ReadRequest: {
            /** Format: int64 */
            epoch?: number;
            /** Format: int64 */
            sequence: number;
        };
        /** @description An ad or a post with a way to WhatsApp. Any of it may be missing. */
        Referral: {
            /** @description its text */
            body?: string;
            /** @description the platform's id of the tap, for measuring ads */
            clickId?: string;
            /** @description its title */
            headline?: string;
            /** @description the platform's id of it */
            sourceId?: string;
            /** @description the platform's word: `ad`, `post`, or one that is new */
            sourceType?: string;
            /** @description where it stands */
            sourceUrl?: string;
            /** @description what WhatsApp greeted the customer with, in the business' name */
            welcome?: string;
        };
        Refused: {
            added?: components["schemas"]["TimelineItem"][];
            handledBy?: components["schemas"]["Speaker"];
            /** Format: int64 */
            lastSequence?: number;
            message?: components["schemas"]["TimelineItem"];
            windowExpiresAt?: components["schemas"]["Instant"];
        } & components["schemas"]["Problem"];
        /** @description An answer that is pressed. */
        ReplyButton: {
            /** @description what the answer brings back as its payload; the customer does not see it */
            id: string;
            /** @description what stands on it */
            text: string;
        };
        ReplyContent: components["schemas"]["TextContent"] | components["schemas"]["ImageContent"] | components["schemas"]["VideoContent"] | components["schemas"]["AudioContent"] | components["schemas"]["VoiceContent"] | components["schemas"]["DocumentContent"] | components["schemas"]["StickerContent"] | components["schemas"]["TemplateContent"] | components["schemas"]["LocationContent"] | components["schemas"]["ContactsContent"] | components["schemas"]["ButtonsContent"] | components["schemas"]["OptionsContent"] | components["schemas"]["LinkContent"] | components["schemas"]["LocationRequestContent"] | components["schemas"]["ProductContent"] | components["schemas"]["ProductsContent"] | components["schemas"]["CatalogueContent"];
        ReplyRequest: {
            answers?: components["schemas"]["UUID"];
            anyway?: boolean;
            content: components["schemas"]["ReplyContent"];
            /** Format: int64 */
            epoch: number;
            id: components["schemas"]["UUID"];
            /** Format: int64 */
            lastSeen: number;
            takeOver?: boolean;
        };
        ResolutionRequest: {
            /** Format: int64 */
            epoch?: number;
            id?: components["schemas"]["UUID"];
            outcome: components["schemas"]["Outcome"];
        };
        ResolveRequest: {
            /** Format: int64 */
            lastSeen: number;
        };
        /** @description One thing that the business may not do. */
        Restriction: {
            /** @description what the platform asks for, in its words */
            remedy?: string;
            /** @description such as `RESTRICTED_BIZ_INITIATED_MESSAGING` */
            restriction: string;
            /**
             * Format: date-time
             * @description when it ends; missing when the platform does not say
             */
            until?: string;
        };
        /** @description Who of a group did something. */
        Sender: {
            /**
             * Format: uuid
             * @description our id of the contact
             */
            contactId: string;
            /** @description what he was called then */
            name: string;
        };
        SendTestMessage: {
            to: string;
        };
        /** @description One card of a carousel, with everything filled in. */
        SentCard: {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @description in the order in which they are shown */
            buttons: components["schemas"]["Button"][];
            /** @description what its file is: a picture or a video */
            format: components["schemas"]["HeaderFormat"];
            /** @description its words; null when it has none */
            text?: string;
        };
        /** @description An offer that does not last. */
        SentOffer: {
            /**
             * Format: date-time
             * @description when it ends; null when its author left that open
             */
            endsAt?: string;
            /** @description what it is */
            text: string;
        };
        Settled: {
            again?: components["schemas"]["UUID"];
            at: components["schemas"]["Instant"];
            by: components["schemas"]["Person"];
            outcome: components["schemas"]["Outcome"];
        };
        /** @description A product as we showed it: what is changed in the catalogue later changes nothing of it. */
        ShownProduct: {
            /** @description as the catalogue called it */
            name: string;
            /** @description with its currency, as the catalogue wrote it; null when it had none */
            price?: string;
            /** @description the business' own id of the product */
            productId: string;
        };
        ShownProductContent: {
            name: string;
            price?: string;
            productId: string;
        };
        /**
         * @description By what it is known.
         *     `operator`: An operator asked or was told, and says how that can be shown.
         *     `import`: It came with a file of contacts.
         *     `customer`: The customer chose it on WhatsApp: stopped, resumed or signed up.
         *     `button`: The customer pressed a button that says so.
         *     `platform`: WhatsApp refused advertising because the customer had stopped it (error 131050).
         *     `other`: Something that this version has no word for.
         * @enum {string}
         */
        Source: "operator" | "import" | "customer" | "button" | "platform" | "other";
        /**
         * @description Who speaks for the business at its number besides the operators of this inbox.
         *     `phone`: Somebody who has the WhatsApp Business app of the number on a phone.
         *     `ai-agent`: WhatsApp's own AI agent.
         *     `marketing`: An application for campaigns.
         *     `utility`: An application for notices, such as of orders and deliveries.
         *     `ctwa`: An application that answers who comes from an ad.
         *     `escalation`: An application for what others could not settle.
         *     `other`: An application that the platform does not name, or by a name that this version does not know.
         * @enum {string}
         */
        Speaker: "phone" | "ai-agent" | "marketing" | "utility" | "ctwa" | "escalation" | "other";
        StartRequest: {
            consentEvidence?: string;
            contactId?: components["schemas"]["UUID"];
            content: components["schemas"]["ReplyContent"];
            conversationId?: components["schemas"]["UUID"];
            id: components["schemas"]["UUID"];
            phoneNumberId: string;
            to?: string;
        };
        /**
         * @description Whether a file can be had.
         *     `fetching`: It is on its way from the platform.
         *     `stored`: It is here.
         *     `lost`: It cannot be had.
         * @enum {string}
         */
        State: "fetching" | "stored" | "lost";
        /**
         * @description Whether somebody still has to care about it.
         *     `open`: Somebody has to care about it.
         *     `resolved`: Nothing is left to do until the customer writes again.
         * @enum {string}
         */
        Status: "open" | "resolved";
        StickerContent: {
            attachmentId: components["schemas"]["UUID"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sticker";
        };
        Template: {
            accountId: string;
            body: string;
            buttons: components["schemas"]["Button"][];
            cards: components["schemas"]["CarouselCard"][];
            category: components["schemas"]["Category"];
            footer?: string;
            header?: components["schemas"]["Header"];
            id: string;
            language: string;
            name: string;
            offer?: components["schemas"]["Offer"];
            parameters: components["schemas"]["Parameter"][];
            phoneNumberIds: string[];
            quality?: string;
            reason?: string;
            status: components["schemas"]["Approval"];
            unknownParts?: string[];
        };
        TemplateCard: {
            attachmentId: components["schemas"]["UUID"];
        };
        TemplateContent: {
            attachmentId?: components["schemas"]["UUID"];
            cards?: components["schemas"]["TemplateCard"][];
            language: string;
            name: string;
            offerEndsAt?: components["schemas"]["Instant"];
            parameters: components["schemas"]["FilledIn"][];
            place?: components["schemas"]["TemplatePlace"];
            products?: components["schemas"]["TemplateProducts"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "template";
        };
        TemplateExample: {
            handle: string;
        };
        /** @enum {string} */
        TemplateFixed: "not-now" | "has-more";
        TemplateList: {
            items: components["schemas"]["TemplateView"][];
            nextCursor?: string;
            sync: components["schemas"]["TemplateSyncState"];
        };
        /** @enum {string} */
        TemplateObstacle: "unknown-part" | "marketing-not-wanted" | "consent-missing" | "not-approved";
        TemplateOffer: {
            body: string;
            buttons: components["schemas"]["Button"][];
            cards: components["schemas"]["CarouselCard"][];
            category: components["schemas"]["Category"];
            footer?: string;
            header?: components["schemas"]["Header"];
            id: string;
            language: string;
            name: string;
            obstacle?: components["schemas"]["TemplateObstacle"];
            offer?: components["schemas"]["Offer"];
            parameters: components["schemas"]["OfferedParameter"][];
            reason?: components["schemas"]["TemplateSuggestion"];
            suggested: boolean;
        };
        TemplateOffers: {
            items: components["schemas"]["TemplateOffer"][];
            more: boolean;
        };
        TemplatePlace: {
            address?: string;
            /** Format: double */
            latitude: number;
            /** Format: double */
            longitude: number;
            name?: string;
        };
        TemplateProducts: {
            catalogId: string;
            sections?: components["schemas"]["ProductSectionContent"][];
            thumbnail?: components["schemas"]["ShownProductContent"];
        };
        /** @enum {string} */
        TemplateSuggestion: "used-here" | "often" | "language";
        TemplateSyncState: {
            accountKnown: boolean;
            error?: components["schemas"]["PlatformError"];
            reason?: string;
            syncedAt?: components["schemas"]["Instant"];
        };
        TemplateUse: {
            lastMonth: components["schemas"]["TemplateUseCounts"];
            lastUsedAt?: components["schemas"]["Instant"];
            lastWeek: components["schemas"]["TemplateUseCounts"];
            total: components["schemas"]["TemplateUseCounts"];
        };
        TemplateUseCounts: {
            /** Format: int64 */
            answered: number;
            /** Format: int64 */
            delivered: number;
            /** Format: int64 */
            failed: number;
            /** Format: int64 */
            read: number;
            /** Format: int64 */
            sent: number;
        };
        TemplateUsed: {
            at: components["schemas"]["Instant"];
            conversationId: components["schemas"]["UUID"];
            name: string;
        };
        TemplateUses: {
            items: components["schemas"]["TemplateUsed"][];
        };
        TemplateView: {
            changedAt: components["schemas"]["Instant"];
            explanation?: string;
            fixed?: components["schemas"]["TemplateFixed"];
            template: components["schemas"]["Template"];
            use?: components["schemas"]["TemplateUse"];
        };
        TestMessage: {
            error?: components["schemas"]["PlatformError"];
            sentAt: components["schemas"]["Instant"];
            status: string;
        };
        TextContent: {
            text: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "text";
        };
        TimelineItem: {
            again?: components["schemas"]["UUID"];
            at: components["schemas"]["Instant"];
            author: components["schemas"]["MessageAuthor"];
            content: components["schemas"]["Content"];
            context?: components["schemas"]["MessageContext"];
            conversationId: components["schemas"]["UUID"];
            /** @enum {string} */
            direction: "inbound" | "outbound";
            earlier: components["schemas"]["EarlierVersion"][];
            editedAt?: components["schemas"]["Instant"];
            error?: components["schemas"]["PlatformError"];
            held?: components["schemas"]["Held"];
            id: components["schemas"]["UUID"];
            /** @enum {string} */
            kind: "message";
            late: boolean;
            media?: components["schemas"]["Media"];
            pricing?: components["schemas"]["Pricing"];
            quiet: boolean;
            quoted?: components["schemas"]["Quoted"];
            reactions: components["schemas"]["Reaction"][];
            recordedAt: components["schemas"]["Instant"];
            /** Format: int64 */
            sequence: number;
            settled?: components["schemas"]["Settled"];
            status: components["schemas"]["MessageStatus"];
            statusAt: components["schemas"]["Instant"];
        };
        TwoStepPin: {
            pin: string;
        };
        UnrecognisedCount: {
            /** Format: int64 */
            count: number;
            field: string;
            newest: components["schemas"]["Instant"];
            reason: string;
        };
        UnrecognisedCounts: {
            items: components["schemas"]["UnrecognisedCount"][];
        };
        UnrecognisedPart: {
            field: string;
            id: components["schemas"]["UUID"];
            phoneNumberId?: string;
            reason: string;
            receivedAt: components["schemas"]["Instant"];
        };
        /** Format: uuid */
        UUID: string;
        VideoContent: {
            attachmentId: components["schemas"]["UUID"];
            caption?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "video";
        };
        VoiceContent: {
            attachmentId: components["schemas"]["UUID"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "voice";
        };
        WebhookCallback: {
            host?: string;
            path: string;
            verifyToken: string;
        };
        WriteNote: {
            /**
             * Format: int64
             * @description The epoch that the browser knows. The note is told to those who see the conversation then
             */
            epoch?: number;
            /** @description Made by the caller, best a UUIDv7. The same id and text again is the same note */
            id: components["schemas"]["UUID"];
            text: string;
        };
        WriteQrCode: {
            message: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
