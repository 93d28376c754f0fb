// Made from views.json in events by `npm run generate`. Not to be edited.

export const VIEW_DEFINITIONS = {
  "mine": {
    "filter": {
      "and": [
        {
          "status": "open"
        },
        {
          "assignee": "me"
        }
      ]
    },
    "sort": "newest-activity"
  },
  "unassigned": {
    "filter": {
      "and": [
        {
          "status": "open"
        },
        {
          "assignee": "nobody"
        }
      ]
    },
    "sort": "newest-activity"
  },
  "all": {
    "filter": {
      "status": "open"
    },
    "sort": "newest-activity"
  },
  "failed": {
    "filter": {
      "and": [
        {
          "status": "open"
        },
        {
          "failed": true
        }
      ]
    },
    "sort": "newest-activity"
  },
  "resolved": {
    "filter": {
      "status": "resolved"
    },
    "sort": "newest-activity"
  }
} as const;
