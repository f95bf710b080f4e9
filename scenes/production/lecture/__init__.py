"""What a lecturer embeds: the player, the decks, the notes, all made from what was delivered."""
