package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.domain.Stories;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.agile.domain.StoryFilter;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person reads the board. */
@Service
public class ReadStories {

    private final Lookup lookup;
    private final Stories stories;

    ReadStories(Lookup lookup, Stories stories) {
        this.lookup = lookup;
        this.stories = stories;
    }

    @Requires("story:read")
    @Transactional(readOnly = true)
    public Story one(String idOrKey) {
        return lookup.story(idOrKey);
    }

    /** @param project by id or key; null for any */
    @Requires("story:read")
    @Transactional(readOnly = true)
    public Page<Story> list(@Nullable String project, StoryFilter filter, Window window) {
        return stories.list(lookup.projectFilter(project), filter, window);
    }
}
