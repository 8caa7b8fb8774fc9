package com.fabricadeagentes.agents.tools;

/** Parts of a text, never cut inside a character: half of a surrogate pair cannot be sent to a model. */
public final class Excerpt {

    private Excerpt() {}

    /** The first {@code most} characters at most. */
    public static String head(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** The last {@code most} characters at most. */
    public static String tail(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int from = text.length() - most;
        return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }

    /** The text, or its beginning and a sign that there is more. */
    public static String begin(String text, int most) {
        return text.length() <= most ? text : head(text, most) + "…";
    }
}
