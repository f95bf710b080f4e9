"""What serves one chapter's choreography; acts of different chapters do not know each other."""
