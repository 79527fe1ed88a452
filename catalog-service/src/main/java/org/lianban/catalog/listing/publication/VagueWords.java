package org.lianban.catalog.listing.publication;

/** 兜底性、模糊性条款: words that leave open what is asked for. */
public final class VagueWords {
    private VagueWords() {}

    public static boolean in(String text) {
        return MaterialRule.vague(text) || text.contains("视情") || text.contains("酌情") || text.contains("另行规定");
    }
}
