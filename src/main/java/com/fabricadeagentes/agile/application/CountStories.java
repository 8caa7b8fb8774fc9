package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.BoardStatistics;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.domain.Stories;
import com.fabricadeagentes.kernel.Platform;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CountStories implements BoardStatistics {

    private final Stories stories;
    private final Platform platform;

    CountStories(Stories stories, Platform platform) {
        this.stories = stories;
        this.platform = platform;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<StoryStatus, Long> storiesByStatus() {
        return platform.unbound("count stories for the metrics", stories::countEverywhere);
    }
}
